import { buildActor, specialist } from '@tests/factories/people'
import { beforeAll, describe, expect, test } from 'vitest'
import { asId } from '@/core/ids'
import { loadMappingPage } from '@/features/file-intake/imports/load-mapping-page'
import { tryMappingOn } from '@/features/file-intake/imports/look-at-import'
import { takeMapped } from '@/features/file-intake/imports/take-mapped'
import { findImports } from '@/features/file-intake/queries/find-imports'
import { findMappableImport } from '@/features/file-intake/queries/find-mappable-import'
import { findMapping, findMappings } from '@/features/file-intake/queries/find-mappings'
import { assignField } from '@/features/file-intake/rules/mapping-draft'
import { ImportFilter, MappingFilter, MappingView } from '@/features/file-intake/schemas'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'
import { customersByCode, unknownClaims } from './unknown-claims'

const database = await useTestDatabase()
let pinewood = ''
const TITLES = 'Chargebk Nbr,Posted,Rsn Cd,Kaufauftrag,Deduct. Amt'
const stranger = { ...buildActor(['account-manager'], []), userId: asId<'user'>('00000000-0000-7000-8000-000000000078') }

beforeAll(async () => {
  await takeMasterData()
  pinewood = (await customersByCode(database)).get('R01') ?? ''
})

async function load(id: string, view: Record<string, string> = {}) {
  const batch = await findMappableImport(specialist, id)
  const page = batch === null ? null : await loadMappingPage(specialist, batch, MappingView.parse(view))
  if (page === null) throw new Error('the file has no mapping page')
  return page
}

/** The page with its questions answered, as a person sends it. */
async function answered(id: string) {
  const { data, draft } = await load(id)
  const columns = draft.definition.columns.map((column) => ({
    ...column,
    dates: column.dates === 'ambiguous' ? 'mdy-slash' : column.dates,
  }))
  return { data, input: { batchId: id, customerId: pinewood, definition: { ...draft.definition, columns }, fingerprint: data.fingerprint } }
}

describe('the mapping page of a file', () => {
  test('starts with the likeliest kind, its columns, the question of its dates, and no preview while that is open', async () => {
    const file = await takeFile(
      'portal/R01/page.csv',
      unknownClaims('P-1,03/04/26,LATE,4500118,10.00\nP-2,05/04/26,ASN,4500119,11.00\n', TITLES),
    )
    const { data, draft, preview } = await load(file.id)
    expect(draft.definition.kind).toBe('portal-claims')
    expect(draft.customerId).toBe(pinewood)
    expect(draft.definition.columns.map(({ key, field }) => [key, field])).toEqual([
      ['chargebknbr', 'claimNumber'],
      ['posted', 'claimedOn'],
      ['rsncd', 'code'],
      ['kaufauftrag', 'poNumber'],
      ['deductamt', 'amountMinor'],
    ])
    expect(data).toMatchObject({ foundHeaderRow: 5, rows: 2, isEncodingOpen: false, earlier: null })
    expect(preview).toBeNull()
    expect((await findImports(specialist, ImportFilter.parse({ tab: 'attention' }))).rows.map(({ id }) => id)).toContain(file.id)
  })

  test('follows the row that a person makes the header', async () => {
    const file = await takeFile(
      'header.csv',
      unknownClaims('P-1,03/04/26,LATE,4500118,10.00\nP-2,05/04/26,ASN,4500119,11.00\n', 'A1,B2,C3,D4,E5'),
    )
    expect((await load(file.id, { header: '5' })).data.columns.map(({ title }) => title)).toEqual(['A1', 'B2', 'C3', 'D4', 'E5'])
    expect((await load(file.id, { header: '0' })).data.columns[0]?.title).toBe('Column 1')
  })

  test('fills in what was said for a header that is only alike, and makes the next version of that mapping', async () => {
    const first = await takeFile('one.csv', unknownClaims('Q-1,03/04/26,LATE,4500118,10.00\nQ-2,05/04/26,ASN,4500119,11.00\n', TITLES))
    const { input } = await answered(first.id)
    await takeMapped(specialist, { ...input, mappingId: null, version: 0, alsoIds: [] })
    const changed = `${TITLES},Depot`
    const rows = 'Q-3,03/04/26,LATE,4500118,10.00,7001\nQ-4,05/04/26,ASN,4500119,11.00,7001\n'
    const second = await takeFile('two.csv', unknownClaims(rows, changed))
    expect(second.status).toBe('waiting')
    const { data, draft, preview } = await load(second.id)
    expect(data.earlier).toMatchObject({ customerId: pinewood, isSameHeader: false, version: 1 })
    expect(draft.definition.columns.map(({ dates }) => dates)[1]).toBe('mdy-slash')
    expect(preview).toMatchObject({ accepted: 2 })
    const next = { batchId: second.id, customerId: pinewood, definition: draft.definition, fingerprint: data.fingerprint, alsoIds: [] }
    await takeMapped(specialist, { ...next, mappingId: data.earlier?.mappingId ?? null, version: data.earlier?.version ?? 0 })

    const [mapping] = (await findMappings(specialist, MappingFilter.parse({}))).rows
    expect(mapping).toMatchObject({ version: 2, customer_code: 'R01', kind: 'portal-claims', files: 2, file_name: 'two.csv' })
    const detail = await findMapping(specialist, mapping?.id ?? '')
    expect(detail?.versions.map(({ version, files }) => [version, files])).toEqual([
      [2, 1],
      [1, 1],
    ])
    // The old header is still read by the version that was made for it.
    const late = await takeFile('late.csv', unknownClaims('Q-5,03/04/26,LATE,4500118,10.00\nQ-6,05/04/26,ASN,4500119,11.00\n', TITLES))
    expect(late.status).toBe('done')
  })

  test('is tried without storing anything, and not for strangers', async () => {
    const file = await takeFile('try.csv', unknownClaims('R-1,03/04/26,LATE,4500118,x\nR-2,05/04/26,ASN,4500119,11.00\n', `${TITLES} USD`))
    const { input } = await answered(file.id)
    // A column that is half words is proposed for nothing; a person may still say that it holds the amounts.
    const definition = assignField(input.definition, 'deductamtusd', 'amountMinor')
    const tried = { customerId: pinewood, headerRow: null, definition }
    expect(await tryMappingOn(specialist, file.id, tried)).toMatchObject({
      accepted: 1,
      rejectedCount: 1,
      rejected: [{ position: 'row 6', problem: { field: 'amountMinor', code: 'table/unreadable-number' } }],
      sums: [{ currency: null, minor: '1100' }],
    })
    expect(await database.query('select 1 from import_row where batch_id = $1', [file.id])).toEqual([])
    await expect(tryMappingOn(stranger, file.id, tried)).rejects.toThrow('not-found')
    await expect(tryMappingOn(buildActor(['credit']), file.id, tried)).rejects.toThrow('not-allowed')
    expect(await findMappings(stranger, MappingFilter.parse({}))).toEqual({ rows: [], counts: { active: 0, retired: 0 } })
    const [mapping] = (await findMappings(specialist, MappingFilter.parse({}))).rows
    expect(await findMapping(stranger, mapping?.id ?? '')).toBeNull()
  })
})
