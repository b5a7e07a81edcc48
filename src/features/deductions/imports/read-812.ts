import { toMinorText } from '@/formats/exact-text'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import type { SetDraft } from '@/formats/x12/draft-set'
import { memoLine, memoOrder } from '@/formats/x12/memo-lines'
import { element, findSegment, findSegments } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { impliedMinorText, itemNumbers, priceMicrosText, quantityText, startReading } from '@/formats/x12/set-values'
import type { X12Segment, X12Set } from '@/formats/x12/x12-segment'
import type { PortalClaimValues } from './portal-claim-values'

/**
 * 812 memo: one row of kind 'portal-claim' per CDD. The flag is from the sender's books: D is money we lose; a credit (C) says
 * that money is given back and has a negative amount: it stands beside the claim, whose money comes with a payment. BCD04 and CDD04 are N2, CDD11 is R. Source: X12 004010 set 812: BCD, N9, N1, CDD, LIN.
 */
export const read812: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bcd = findSegment(set, 'BCD')
  const claimNumber = draft.text(bcd, 2)
  if (claimNumber === null) return reject('BCD02', 'claim-number-missing', 'the memo has no number')
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const claim = {
    claimNumber,
    claimedOn: draft.date(bcd, 1),
    codeText: draft.text(findSegment(set, 'NTE'), 2),
    poNumber: memoOrder(bcd) ?? draft.text(findSegment(set, 'N9', 'PO'), 2),
    invoiceNumber: draft.text(bcd, 7) ?? draft.text(findSegment(set, 'N9', 'IV'), 2),
    site: draft.text(findSegment(set, 'N1', 'BY') ?? findSegment(set, 'N1', 'ST'), 4),
    currency,
    reference: draft.text(findSegment(set, 'N9', 'RZ'), 2),
    source: '812',
  }
  const ownCode = draft.text(findSegment(set, 'N9', 'DP'), 2)
  const flag = element(bcd, 5) || 'D'
  const claimed = linesOf(set).map(({ cdd, lin }) => {
    const { amount, isDebit } = memoLine(draft, cdd, flag)
    return claimedLine(draft, cdd, lin, signedMinor(toMinorText(amount, currency), isDebit))
  })
  if (claimed.length === 0)
    claimed.push({ ...NO_DETAIL, amountMinor: signedMinor(impliedMinorText(draft, bcd, 4, currency), flag !== 'C') })
  const rows: StagedRow[] = []
  const rejected: ReadFile['rejected'] = []
  for (const { amountMinor, code, position, ...detail } of claimed) {
    const at = position ?? bcd?.position ?? ''
    if (amountMinor === null) {
      const problem = { position: at, field: 'CDD04', code: 'amount-missing', message: 'the line of the memo has no amount' }
      rejected.push({ position: at, text: `memo ${claimNumber}`, problem })
    } else {
      const values: PortalClaimValues = { ...claim, ...detail, code: ownCode ?? code, amountMinor }
      rows.push(row('portal-claim', values, at))
    }
  }
  return { ...finish(rows), rejected }
}

const NO_DETAIL = {
  amountMinor: null,
  code: null,
  upc: null,
  vendorPart: null,
  customerItem: null,
  quantity: null,
  unitMicros: null,
  receivedQuantity: null,
  position: null,
}

type ClaimedLine = { [Field in keyof typeof NO_DETAIL]: string | null }

function claimedLine(draft: SetDraft, cdd: X12Segment, lin: X12Segment | undefined, amountMinor: string | null): ClaimedLine {
  return {
    ...(lin ? itemNumbers(lin) : { upc: null, vendorPart: null, customerItem: null }),
    amountMinor,
    code: draft.text(cdd, 1),
    quantity: quantityText(draft, cdd, 7),
    unitMicros: priceMicrosText(draft, cdd, 11),
    receivedQuantity: null,
    position: cdd.position,
  }
}

/** What the sender gives back is the contrary of a claim. */
function signedMinor(minor: string | null, isDebit: boolean): string | null {
  return minor === null || isDebit || minor === '0' || minor.startsWith('-') ? minor : `-${minor}`
}

function linesOf(set: X12Set): { cdd: X12Segment; lin: X12Segment | undefined }[] {
  const found: { cdd: X12Segment; lin: X12Segment | undefined }[] = []
  for (const segment of findSegments(set, 'CDD', 'LIN')) {
    const last = found.at(-1)
    if (segment.id === 'CDD') found.push({ cdd: segment, lin: undefined })
    else if (last && !last.lin) last.lin = segment
  }
  return found
}
