import { systemActor } from '@/core/actor'
import { citedField } from '@/features/deductions/rules/cited-place'
import type { Citation, Step } from '@/features/deductions/rules/verdict'
import { showPlace } from '@/features/file-intake/imports/show-place'
import { findRecordPlace } from '@/features/file-intake/queries/find-record-place'
import { select, sql } from '@/server/db/client'

/** A figure that a verdict reads from a document, and whether it stands there; `why` is empty when it does. */
export type CitedValue = { judge: string; label: string; value: Step['value']; citation: Citation; why: '' | Fault }
type Fault = 'no-id' | 'no-record' | 'no-place' | 'other-value'

type Cited = Omit<CitedValue, 'why'>

const reader = systemActor('reader')

/** Opens every figure that the newest verdicts cite, as a person does by its link, and looks for the value on the line that is meant there. */
export async function openCitedValues(): Promise<CitedValue[]> {
  const rows = await select<{ judge: string; steps: Step[]; citations: Citation[] }>(sql`
    SELECT DISTINCT ON (v.deduction_id) v.judge, v.steps, v.citations FROM verdict v ORDER BY v.deduction_id, v.judged_at DESC, v.id DESC`)
  const cited = rows.flatMap(({ judge, steps, citations }) =>
    steps.flatMap(({ label, value, cite }): Cited[] => {
      const citation = cite === null ? undefined : citations[cite]
      return citation === undefined ? [] : [{ judge, label, value, citation }]
    }),
  )
  const once = new Map(cited.map((one) => [JSON.stringify([one.citation, one.label, one.value]), one]))
  const opened: CitedValue[] = []
  for (const one of once.values()) opened.push({ ...one, why: await open(one) })
  return opened
}

async function open({ label, citation, value }: Cited): Promise<CitedValue['why']> {
  const { id, document, says } = citation
  if (id === null) return 'no-id'
  if (document === 'trade-rule' || document === 'customer-master') if (await isKept(document, id, value)) return ''
  const place = await findRecordPlace(reader, document, id)
  if (place === null) return 'no-record'
  const sought = { kind: value.type, says }
  const shown = await showPlace(reader, place.batchId, { position: citation.position ?? place.position, field: citedField(label), sought })
  const excerpt = shown?.excerpt
  const meant = excerpt?.lines.find(({ number }) => number === excerpt.meant)
  if (!excerpt || !meant) return 'no-place'
  return standsIn(meant.cells.join(' | '), says, value) ? '' : 'other-value'
}

// Rules and terms that people keep stand in no file but in a record with its own history.
async function isKept(document: 'trade-rule' | 'customer-master', id: string, value: Step['value']): Promise<boolean> {
  const table = document === 'trade-rule' ? sql`trade_rule` : sql`customer`
  const [row] = await select<{ content: Record<string, unknown> }>(sql`
    SELECT to_jsonb(x) AS content FROM ${table} x WHERE id = ${id}::uuid AND to_jsonb(x) ->> 'batch_id' IS NULL`)
  const kept =
    value.type === 'rate' ? value.ppm : value.type === 'quantity' ? Number(value.quantity) : value.type === 'text' ? value.text : null
  return row !== undefined && kept !== null && Object.values(row.content).includes(kept)
}

/** Whether a value stands in a text in any of the ways in which files write it. */
export function standsIn(text: string, says: string, value: Step['value']): boolean {
  const bare = (from: string) => from.toLowerCase().replaceAll(/[\s,']/g, '')
  return spellings(says, value).some((spelling) => bare(text).includes(bare(spelling)))
}

function spellings(says: string, value: Step['value']): string[] {
  switch (value.type) {
    case 'quantity':
      return [value.quantity]
    case 'date': {
      const [year = '', month = '', day = ''] = value.date.split('-')
      const short = year.slice(2)
      return [
        ...[`${year}${month}${day}`, `${year}-${month}-${day}`, `${year}/${month}/${day}`, `${short}${month}${day}`],
        ...[`${month}/${day}/${year}`, `${day}.${month}.${year}`, `${Number(month)}/${Number(day)}/${year}`],
        ...[`${month}/${day}/${short}`, `${day}.${month}.${short}`, `${year}.${month}.${day}`],
      ]
    }
    case 'money':
    case 'price': {
      const plain = says.replace(/\.?0+$/, '')
      const german = says.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '.')
      return [says, german, plain, plain.replace('.', ''), says.replace('.', ''), says.replace('.', ',')]
    }
    case 'rate':
      return [String(value.ppm / 10_000), String(value.ppm / 1_000_000)]
    case 'text':
      return [...says.split(' / '), ...(TERMS[says] ?? [])]
  }
}

// Freight terms are stated in codes: who pays, or an Incoterm.
const TERMS: Readonly<Record<string, readonly string[]>> = {
  collect: ['|CC', '|PB', 'CollectOnDelivery', '"Collect', 'EXW', 'FCA', 'FOB', 'FAS', 'unfrei', '到付'],
  prepaid: ['|PP', '|PC', '|DF', '|MX', '"Prepaid', 'PrepaidBySeller', 'DDP', 'DAP', 'CPT', 'CIP', 'frei', '预付'],
}
