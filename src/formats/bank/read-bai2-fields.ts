import type { Bai2Record } from './split-bai2'

export type Bai2Summary = { type: string; amount: string }
export type Bai2Transaction = {
  type: string
  amount: string
  /** YYMMDD of funds type V. */
  valueDay: string | null
  bankReference: string | null
  customerReference: string | null
  text: string
}

/** Summary amounts of an 03: type, amount, item count, funds type, in groups of four and more. 88 lines continue the list anywhere. */
export function accountSummaries(record: Bai2Record): Bai2Summary[] {
  const fields = [record.content, ...record.continuations].join(',').split(',')
  const summaries: Bai2Summary[] = []
  for (let at = 2; at < fields.length; ) {
    const type = fields[at]?.trim() ?? ''
    const amount = fields[at + 1]?.trim() ?? ''
    if (type !== '' && amount !== '') summaries.push({ type, amount })
    at = afterFunds(fields, at + 3)
  }
  return summaries
}

/** A 16: type, amount, funds, bank reference, customer reference, then free text in which commas are data. */
export function transactionOf(record: Bai2Record): Bai2Transaction {
  let content = record.content
  let fields = content.split(',')
  const texts = [...record.continuations]
  // An 88 may go on with the fields before the references are reached; after them it is text.
  while (afterFunds(fields, 2) + 2 > fields.length && texts.length > 0) {
    content += `,${texts.shift()}`
    fields = content.split(',')
  }
  const references = afterFunds(fields, 2)
  return {
    type: fields[0]?.trim() ?? '',
    amount: fields[1]?.trim() ?? '',
    valueDay: fields[2]?.trim() === 'V' ? fields[3]?.trim() || null : null,
    bankReference: fields[references]?.trim() || null,
    customerReference: fields[references + 1]?.trim() || null,
    text: [
      fields
        .slice(references + 2)
        .join(',')
        .trim(),
      ...texts.map((text) => text.trim()),
    ]
      .filter((text) => text !== '')
      .join('\n'),
  }
}

/**
 * First field after the funds type at `at` and its elements: S is followed by three amounts, V by date and time,
 * D by a count and as many pairs. Source: BAI2 specification, funds type.
 */
function afterFunds(fields: readonly string[], at: number): number {
  const funds = fields[at]?.trim()
  if (funds === 'S') return at + 4
  if (funds === 'V') return at + 3
  if (funds === 'D') return at + 2 + 2 * Math.min(Math.max(0, Number(fields[at + 1]) || 0), fields.length)
  // A record that ended before its funds type goes on with the next type code.
  return funds !== undefined && /^\d{3}$/.test(funds) ? at : at + 1
}
