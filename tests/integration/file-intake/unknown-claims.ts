import { specialist } from '@tests/factories/people'
import { surveyImport } from '@/features/file-intake/imports/look-at-import'
import { findMappableImport } from '@/features/file-intake/queries/find-mappable-import'
import type { MappingDefinition } from '@/features/file-intake/rules/mapping'
import type { TestDatabase } from '../database'

/** A claims file of a portal that nobody knows, with lines above its header. */
export const unknownClaims = (rows: string, columns = 'Vorfall,Erfasst,Ursache,Auftrag,Forderung') =>
  `Supplier portal export,,,,\nPrinted,11/20/2026,,,\nOpen total,"1,000.00",,,\n,,,,\n${columns}\n${rows}`

/** What reading found of the file: the import, its survey and its first table. */
export async function surveyed(id: string) {
  const batch = await findMappableImport(specialist, id)
  if (!batch) throw new Error('the actor does not see the file')
  const survey = await surveyImport(batch, { encoding: null, headerRow: null })
  const table = survey?.tables[0]
  if (!survey || !table) throw new Error('the file has no table')
  return { batch, survey, table }
}

/** The mapping that a person would make of the claims above, with the month first where the dates do not say. */
export async function mapped(id: string, encoding: string | null = null) {
  const { table } = await surveyed(id)
  const fields = ['claimNumber', 'claimedOn', 'code', 'poNumber', 'amountMinor']
  const definition: MappingDefinition = {
    kind: 'portal-claims',
    encoding,
    columns: table.columns.map(({ key, title, numbers, dates }, at) => ({
      key,
      title,
      field: fields[at] ?? null,
      numbers: numbers.dialect === 'ambiguous' ? 'point' : numbers.dialect,
      dates: dates.dialect === 'ambiguous' ? 'mdy-slash' : dates.dialect,
      isNegated: false,
    })),
    constants: [{ field: 'currency', value: 'USD' }],
  }
  return { definition, fingerprint: table.fingerprint }
}

export async function customersByCode(database: TestDatabase): Promise<Map<string, string>> {
  const customers = await database.query<{ id: string; code: string }>('select id::text, code from customer')
  return new Map(customers.map(({ id, code }) => [code, id]))
}

/** Where a batch stands, and the version of the mapping it was read with. */
export async function batchOf(database: TestDatabase, id: string) {
  const [batch] = await database.query<{ state: string; reason: string | null; version: number | null; accepted: number }>(
    `select b.state, b.reason, v.version, b.accepted from import_batch b left join column_mapping_version v on v.id = b.mapping_version_id
      where b.id = $1`,
    [id],
  )
  return batch
}
