import { absoluteDecimal } from '@/formats/decimal-text'
import { toMinorText } from '@/formats/exact-text'
import type { SetDraft } from '@/formats/x12/draft-set'
import { element } from '@/formats/x12/read-element'
import {
  detailReference,
  isClaimQualifier,
  type RemittanceAdjustment,
  type RemittanceLine,
  unexplainedShortPay,
} from '@/formats/x12/remittance-lines'
import type { Netting } from '@/formats/x12/remittance-netting'
import { BLANK_LINE, type RemittanceLineValues } from './remittance-values'

/** Collects the lines of one advice in file order. */
export class Advice {
  readonly lines: RemittanceLineValues[] = []
  readonly #draft: SetDraft
  readonly #currency: string | null
  readonly #netting: Netting

  constructor(draft: SetDraft, currency: string | null, netting: Netting) {
    this.#draft = draft
    this.#currency = currency
    this.#netting = netting
  }

  /** Sum of what the lines add to the payment, minor units. */
  paid(): bigint {
    return this.lines.reduce((sum, line) => (line.isNetted ? sum : sum + BigInt(line.paidMinor)), 0n)
  }

  addOuter({ adx, amount, details }: RemittanceAdjustment): void {
    const claimNumber = detailReference(details, 'MC') ?? this.#draft.text(adx, 4)
    this.#addMoney(this.#minor(amount), this.#netting.isOuterNetted, {
      reference: this.#draft.text(adx, 4),
      poNumber: detailReference(details, 'PO'),
      reasonCode: this.#draft.text(adx, 2),
      ownCode: detailReference(details, '6O'),
      claimNumber,
      appliesTo: detailReference(details, 'IV'),
      text: noteOf(details),
      position: adx.position,
    })
  }

  addLine(line: RemittanceLine): void {
    if ((line.paid ?? '').startsWith('-') || isClaimQualifier(element(line.rmr, 1))) return this.#addClaim(line)
    const { rmr, details } = line
    const invoice = this.#draft.text(rmr, 2)
    const poNumber = detailReference(details, 'PO')
    this.lines.push({
      ...BLANK_LINE,
      kind: 'invoice',
      reference: invoice,
      poNumber,
      grossMinor: line.gross === null ? null : this.#minor(line.gross).toString(),
      discountMinor: this.#minor(absoluteDecimal(line.discount ?? '0')).toString(),
      paidMinor: this.#minor(line.paid).toString(),
      text: noteOf(details),
      position: rmr.position,
    })
    for (const nested of line.nested) this.#addNested(nested, invoice, poNumber)
    this.#addStated(line, invoice, poNumber)
    this.#addShortPay(line, invoice, poNumber)
  }

  /** A negative RMR, or one that names a claim: money withheld outside any invoice line. */
  #addClaim({ rmr, paid, details, nested }: RemittanceLine): void {
    const claimNumber = detailReference(details, 'MC') ?? this.#draft.text(rmr, 2)
    this.#addMoney(this.#minor(paid), false, {
      reference: this.#draft.text(rmr, 2),
      poNumber: detailReference(details, 'PO'),
      reasonCode: this.#draft.text(rmr, 7) ?? this.#draft.text(nested[0]?.adx, 2),
      ownCode: detailReference([...details, ...nested.flatMap((adjustment) => adjustment.details)], '6O'),
      claimNumber,
      appliesTo: detailReference(details, 'IV'),
      text: noteOf(details),
      position: rmr.position,
    })
  }

  #addNested({ adx, amount, details }: RemittanceAdjustment, invoice: string | null, poNumber: string | null): void {
    const reference = this.#draft.text(adx, 4)
    this.#addMoney(this.#minor(amount), this.#netting.isNestedNetted, {
      reference,
      poNumber: detailReference(details, 'PO') ?? poNumber,
      reasonCode: this.#draft.text(adx, 2),
      ownCode: detailReference(details, '6O'),
      claimNumber: detailReference(details, 'MC') ?? (reference === invoice ? null : reference),
      appliesTo: invoice,
      text: noteOf(details),
      position: adx.position,
    })
  }

  /** RMR07/08 beside a positive payment: the reason and the amount by which the line was lowered. */
  #addStated({ rmr, adjusted, details }: RemittanceLine, invoice: string | null, poNumber: string | null): void {
    const amount = this.#minor(absoluteDecimal(adjusted ?? '0'))
    if (amount === 0n) return
    this.#addMoney(-amount, true, {
      reference: invoice,
      poNumber,
      reasonCode: this.#draft.text(rmr, 7),
      ownCode: detailReference(details, '6O'),
      claimNumber: detailReference(details, 'MC'),
      appliesTo: invoice,
      text: null,
      position: rmr.position,
    })
  }

  #addShortPay(line: RemittanceLine, invoice: string | null, poNumber: string | null): void {
    // An ADX outside the lines but inside their amounts explains what they leave unpaid.
    const left = this.#netting.isOuterNetted ? null : unexplainedShortPay(line)
    if (left === null) return
    this.lines.push({
      ...BLANK_LINE,
      kind: 'short-pay',
      reference: invoice,
      poNumber,
      deductedMinor: this.#minor(absoluteDecimal(left)).toString(),
      appliesTo: invoice,
      isNetted: true,
      position: line.rmr.position,
    })
  }

  #addMoney(amount: bigint, isNetted: boolean, rest: AdjustmentFields): void {
    const isDeduction = amount < 0n
    this.lines.push({
      ...BLANK_LINE,
      ...rest,
      kind: isDeduction ? 'adjustment' : 'credit',
      paidMinor: isDeduction && isNetted ? '0' : amount.toString(),
      deductedMinor: isDeduction ? (-amount).toString() : '0',
      isNetted,
    })
  }

  #minor(amount: string | null): bigint {
    return minorOf(amount, this.#currency)
  }
}

type AdjustmentFields = Pick<
  RemittanceLineValues,
  'reference' | 'poNumber' | 'reasonCode' | 'ownCode' | 'claimNumber' | 'appliesTo' | 'text' | 'position'
>

function minorOf(amount: string | null, currency: string | null): bigint {
  return BigInt(toMinorText(amount, currency) ?? '0')
}

function noteOf(details: RemittanceAdjustment['details']): string | null {
  const notes = details.filter((segment) => segment.id === 'NTE').map((segment) => element(segment, 2))
  return notes.length > 0 ? notes.join(' ') : null
}
