import { dayOf, isBare, linesOf } from './advice-lines'
import { decimal, dollars } from './amounts'
import type { StoryCalendar } from './calendar'
import type { Claim, Payment } from './world'

export type Row = readonly (string | number | null)[]

const MARKETPLACE_TITLES = [
  'Invoice Number',
  'Payment Number',
  'Invoice Date',
  'Transaction Type',
  'Transaction Description',
  'Reference Details',
  'Original Invoice Number',
  'Invoice Amount',
  'Invoice Currency',
  'Withholding Amount',
  'Terms Discount Taken',
  'Amount Paid',
  'Remaining Amount',
]

/** Four title rows, a blank one, then invoices, deductions, reversals and the total. */
export function marketplaceRows(payment: Payment, calendar: StoryCalendar): Row[] {
  const money = (gross: bigint, discount: bigint): Row => [dollars(gross), 'USD', '', dollars(discount), dollars(gross - discount), '$0.00']
  const rows = linesOf(payment).map((line): Row => {
    const start = [line.number, payment.number, calendar.american(dayOf(line))]
    if (!line.claim) return [...start, 'Invoice', 'Vendor invoice', `PO ${line.sale?.po ?? ''}`, '', ...money(line.gross, line.discount)]
    return [...start, 'Deduction', ...marketplaceReason(line.claim), ...money(line.gross, 0n)]
  })
  const reversals = payment.reversals.map((claim): Row => {
    const start = [`${claim.number}R`, payment.number, calendar.american(payment.day)]
    return [...start, 'Credit', `Reversal for ${claim.code}`, `PO ${claim.sale.po}`, claim.sale.invoice, ...money(claim.amount, 0n)]
  })
  return [
    ['Remittance advice'],
    ['Payment Number', payment.number],
    ['Payment Date', calendar.american(payment.day)],
    ['Payment Amount', dollars(payment.statedTotal)],
    [],
    MARKETPLACE_TITLES,
    ...rows,
    ...reversals,
    ['Total', ...Array.from({ length: 10 }, () => ''), dollars(payment.statedTotal), ''],
  ]
}

/** Description, reference and invoice of a deduction; an unexplained one leaves them empty. */
function marketplaceReason(claim: Claim): Row {
  if (claim.kind === 'unclear') return ['', '', '']
  const po = isBare(claim) ? '' : `PO ${claim.sale.po}`
  return [claim.code, claim.reference || po, isBare(claim) ? '' : claim.sale.invoice]
}

export function clubRows(payment: Payment, calendar: StoryCalendar): Row[] {
  const date = calendar.american(payment.day)
  return [
    ['Payment', '', '', 'Document', '', '', 'Amounts', '', ''],
    ['Check/EFT', 'Date', 'Warehouse', 'Number', 'Doc Date', 'PO', 'Gross', 'Discount', 'Net'],
    ...linesOf(payment).map((line): Row => {
      const site = (line.sale ?? line.claim?.sale)?.site.number ?? ''
      return [
        payment.number,
        date,
        site,
        line.number,
        calendar.american(dayOf(line)),
        line.sale ? Number(line.sale.po) : '',
        decimal(line.gross),
        decimal(line.discount),
        decimal(line.gross - line.discount),
      ]
    }),
    ['Total', '', '', '', '', '', '', '', decimal(payment.statedTotal)],
  ]
}

export function stubRows(payment: Payment, calendar: StoryCalendar): Row[] {
  return [
    ['CHECK STUB', payment.number, calendar.american(payment.day), decimal(payment.statedTotal)],
    ['INVOICE', 'DATE', 'PO', 'GROSS', 'DISC', 'NET', 'CODE'],
    ...linesOf(payment).map(
      (line): Row => [
        line.number,
        calendar.american(dayOf(line)),
        line.sale?.po ?? '',
        decimal(line.gross),
        decimal(line.discount),
        decimal(line.gross - line.discount),
        line.claim?.code ?? '',
      ],
    ),
    ['STUB TOTAL', '', '', '', '', decimal(payment.statedTotal), ''],
  ]
}

export function chineseRows(payment: Payment, calendar: StoryCalendar): Row[] {
  return [
    ['付款通知'],
    ['付款单号', payment.number, '付款日期', calendar.iso(payment.day)],
    ['单据类型', '单据编号', '订单号', '单据日期', '应付金额', '现金折扣', '实付金额', '扣款代码', '说明'],
    ...linesOf(payment).map(
      (line): Row => [
        line.claim ? '扣款' : '发票',
        line.number,
        line.sale?.po ?? '',
        calendar.iso(dayOf(line)),
        decimal(line.gross),
        decimal(line.discount),
        decimal(line.gross - line.discount),
        line.claim?.code ?? '',
        line.claim ? `${line.claim.words} ${line.claim.reference}`.trim() : '',
      ],
    ),
    ['合计', '', '', '', '', '', decimal(payment.statedTotal), '', ''],
  ]
}
