import { systemActor } from '@/core/actor'
import type { Citation, Step } from '@/features/deductions/rules/verdict'
import { showPlace } from '@/features/file-intake/imports/show-place'
import { findRecordPlace } from '@/features/file-intake/queries/find-record-place'
import { select, sql } from '@/server/db/client'

/** A figure that a verdict reads from a document, and whether it stands there; `why` is empty when it does. */
export type CitedValue = { judge: string; label: string; citation: Citation; why: '' | 'no-record' | 'no-place' | 'other-value' }

type Cited = { judge: string; label: string; citation: Citation; value: Step['value'] }

const reader = systemActor('reader')

/**
 * Opens every place that the newest verdicts cite, as a person does by its link, and looks for the value there. Papers are left out
 * whose page is a picture, and records of our own that no file brought.
 */
export async function openCitedValues(): Promise<CitedValue[]> {
  const rows = await select<{ judge: string; steps: Step[]; citations: Citation[] }>(sql`
    SELECT DISTINCT ON (v.deduction_id) v.judge, v.steps, v.citations FROM verdict v ORDER BY v.deduction_id, v.judged_at DESC, v.id DESC`)
  const cited = rows.flatMap(({ judge, steps, citations }) =>
    steps.flatMap((step): Cited[] => {
      const citation = step.cite === null ? undefined : citations[step.cite]
      return citation?.id != null && citation.position !== null ? [{ judge, label: step.label, citation, value: step.value }] : []
    }),
  )
  const once = new Map(cited.map((one) => [JSON.stringify([one.citation, one.label, one.value]), one]))
  const texts = new Map<string, string | null>()
  const opened: CitedValue[] = []
  for (const one of once.values()) opened.push(await open(one, texts))
  return opened
}

async function open({ judge, label, citation, value }: Cited, texts: Map<string, string | null>): Promise<CitedValue> {
  const found = (why: CitedValue['why']): CitedValue => ({ judge, label, citation, why })
  const place = await findRecordPlace(reader, citation.document, citation.id ?? '')
  if (place === null) return found('no-record')
  const position = citation.position ?? place.position
  const key = `${place.batchId} ${position}`
  if (!texts.has(key)) texts.set(key, await textAt(place.batchId, position))
  const text = texts.get(key) ?? null
  if (text === null) return found('no-place')
  return found(standsIn(text, citation.says, value) ? '' : 'other-value')
}

// A document of several lines is cited by its head; the figure may stand in the lines around it, which the page shows too.
async function textAt(batchId: string, position: string): Promise<string | null> {
  const shown = await showPlace(reader, batchId, { position, field: '' })
  const excerpt = shown?.excerpt
  if (!excerpt || excerpt.meant === null) return null
  return excerpt.lines.map((line) => line.cells.join(' | ')).join('\n')
}

/** Whether a value stands in a text in any of the ways in which files write it. */
export function standsIn(text: string, says: string, value: Step['value']): boolean {
  return spellings(says, value).some((spelling) =>
    text
      .toLowerCase()
      .replaceAll(/[\s,']/g, '')
      .includes(spelling.toLowerCase().replaceAll(/[\s,']/g, '')),
  )
}

function spellings(says: string, value: Step['value']): string[] {
  switch (value.type) {
    case 'quantity':
      return [value.quantity]
    case 'date': {
      const [year = '', month = '', day = ''] = value.date.split('-')
      return [
        `${year}${month}${day}`,
        `${year}-${month}-${day}`,
        `${month}/${day}/${year}`,
        `${day}.${month}.${year}`,
        `${year.slice(2)}${month}${day}`,
        `${year}/${month}/${day}`,
      ]
    }
    case 'money':
    case 'price': {
      const digits = says.replaceAll(/[^0-9]/g, '').replace(/^0+(?=\d)/, '')
      const plain = says.replace(/\.?0+$/, '')
      return [says, plain, plain.replace('.', ''), says.replace('.', ''), digits]
    }
    case 'rate':
      return [says, says.replace(' %', ''), String(value.ppm / 10_000), String(value.ppm / 1_000_000)]
    case 'text':
      return [says]
  }
}
