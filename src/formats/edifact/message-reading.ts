import { divideRounded } from '@/core/money'
import { toMinorText, toPriceText, toWholeText } from '@/formats/exact-text'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import type { SetReading } from '@/formats/x12/set-reading'
import { MessageDraft } from './draft-message'
import { component, type EdifactMessage, type EdifactSegment } from './edifact-segment'
import { findIn } from './message-lines'

/** Who sent an interchange to whom: GLNs or ids as UNB writes them. */
export type EdifactAddresses = { sender: string | null; receiver: string | null }

/** Reads one message; pure. What it yields is shaped as for an X12 set. */
export type MessageReader = (message: EdifactMessage, addresses: EdifactAddresses) => SetReading

/** The reading of one message so far, with the addresses that tell whose it is. */
export function startMessage(message: EdifactMessage, { sender, receiver }: EdifactAddresses) {
  const draft = new MessageDraft(message)
  const position = message.segments[0]?.position ?? ''
  return {
    draft,
    row: (kind: string, values: StagedRow['values']): StagedRow => ({ kind, position, values: { sender, receiver, ...values } }),
    finish: (rows: StagedRow[], totals?: SetReading['totals']): SetReading => ({
      rows,
      rejected: [],
      problems: draft.findings,
      ...(totals ? { totals } : {}),
    }),
    /** A message without its key cannot be kept as a record: it is kept as a rejected row. */
    reject: (field: string, code: string, text: string): SetReading => ({
      rows: [],
      rejected: [rejectedMessage(message, field, code, text)],
      problems: draft.findings,
    }),
  }
}

export function rejectedMessage(message: EdifactMessage, field: string, code: string, text: string): ReadFile['rejected'][number] {
  const position = message.segments[0]?.position ?? ''
  const shown = message.segments.slice(0, 40).map(({ elements }) => elements.map((parts) => parts.join(':')).join('+'))
  return { position, text: shown.join("'").slice(0, 4000), problem: { position, field, code, message: text } }
}

/** Currency of CUX, the one the document is in. */
export function currencyOf(draft: MessageDraft): string | null {
  return component(draft.find('CUX'), 1, 2) || null
}

/** Number of the first RFF with this qualifier. */
export function referenceIn(part: readonly EdifactSegment[], ...qualifiers: string[]): string | null {
  return component(findIn(part, 'RFF', ...qualifiers), 1, 2) || null
}

/** Article numbers of a line: GTIN in LIN, the customer's (IN, BP) and ours (SA) in PIA. */
export function articleOf(line: readonly EdifactSegment[]): { upc: string | null; vendorPart: string | null; customerItem: string | null } {
  const numbers = new Map<string, string>()
  for (const pia of line.filter(({ tag }) => tag === 'PIA')) {
    for (let index = 2; index < pia.elements.length; index += 1) {
      const qualifier = component(pia, index, 2)
      if (!numbers.has(qualifier)) numbers.set(qualifier, component(pia, index, 1))
    }
  }
  return {
    upc: component(line[0], 3, 1) || numbers.get('SRV') || numbers.get('EN') || null,
    vendorPart: numbers.get('SA') ?? null,
    customerItem: numbers.get('IN') ?? numbers.get('BP') ?? null,
  }
}

/** Quantity and unit of the first QTY with one of these qualifiers; pieces are called EA, as everywhere else. */
export function quantityIn(
  draft: MessageDraft,
  line: readonly EdifactSegment[],
  ...qualifiers: string[]
): { quantity: string | null; unit: string } {
  const qty = findIn(line, 'QTY', ...qualifiers)
  const decimal = draft.decimal(qty, 1, 2)
  const quantity = decimal === null ? null : toWholeText(decimal)
  if (decimal !== null && quantity === null) draft.problem(qty, 'QTY', 'quantity-unreadable', `${decimal} cannot be kept exactly`)
  const unit = component(qty, 1, 3)
  return { quantity, unit: unit === '' || unit === 'PCE' || unit === 'C62' ? 'EA' : unit }
}

/** Unit price in micros of the first PRI with one of these qualifiers, per single unit where it is stated for more. */
export function priceIn(draft: MessageDraft, line: readonly EdifactSegment[], ...qualifiers: string[]): string | null {
  const pri = findIn(line, 'PRI', ...qualifiers)
  const decimal = draft.decimal(pri, 1, 2)
  const micros = decimal === null ? null : toPriceText(decimal)
  if (decimal !== null && micros === null) draft.problem(pri, 'PRI', 'price-unreadable', `${decimal} cannot be kept exactly`)
  const basis = BigInt(toWholeText(draft.decimal(pri, 1, 5) ?? '1') ?? '1')
  return micros === null || basis <= 1n ? micros : divideRounded(BigInt(micros), basis, 'half-even').toString()
}

/** Decimal text as minor units; a problem and null when it cannot be kept. */
export function minorIn(
  draft: MessageDraft,
  decimal: string | null,
  at: EdifactSegment | undefined,
  currency: string | null,
): string | null {
  const minor = toMinorText(decimal, currency)
  if (decimal !== null && minor === null) draft.problem(at, 'MOA', 'amount-unreadable', `${decimal} cannot be kept exactly`)
  return minor
}

/** Line number without leading zeros; its place where the sender left it out. */
export function lineNumberOf(line: readonly EdifactSegment[], index: number): string {
  return component(line[0], 1).replace(/^0+(?=.)/, '') || String(index + 1)
}
