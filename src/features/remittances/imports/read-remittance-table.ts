import { parseScaled } from '@/core/money'
import { type ListContext, type ListReader, withHint } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { StagedRow } from '@/formats/staged-row'
import { readAmount } from '@/formats/text/read-amount'
import { adviceClaims } from './advice-claims'
import { findPaymentFacts } from './find-payment-facts'
import { readAdviceLines } from './read-advice-lines'
import type { RemittanceValues } from './remittance-values'

/** Payment advices as tables: portal exports, cheque stubs, one payment per file or many cheques of many payers in one. */
export const remittanceList: ListReader = {
  rowKind: 'remittance',
  documents: {
    by: ['account', 'paymentNumber'],
    keyOf(table) {
      const { number } = findPaymentFacts(table)
      return (values) => `${values['account'] ?? ''}\n${values['paymentNumber'] ?? number ?? ''}`
    },
    stage: stagePayment,
  },
  statedTotal: (table) => findPaymentFacts(table).total,
  shape: {
    kind: 'remittance-table',
    totalField: 'paid',
    currencyField: 'currency',
    oneOf: ['paymentNumber', 'gross', 'discount', 'documentOn'],
    fields: {
      account: { titles: 'Dealer Account · Customer Account · Payer Account · Account · Debitor · 客户账户', as: 'id' },
      paymentNumber: {
        titles:
          'Payment Number · Check/EFT · Check No · Check Number · Cheque No · Payment No · EFT Number · Trace Number · Payment Check/EFT · Zahlungsnummer · 付款单号 · 支付单号',
        as: 'id',
      },
      paidOn: { titles: 'Payment Date · Check Date · Paid Date · EFT Date · Cheque Date · Zahlungsdatum · 付款日期', as: 'date' },
      reference: {
        titles:
          'Invoice Number · Invoice · Document · Document Number · Invoice No · Document No · Number · Belegnummer · Rechnungsnummer · 单据编号 · 发票号',
        as: 'id',
        needs: 'value',
      },
      documentOn: {
        titles: 'Invoice Date · Doc Date · Document Date · Date · Rechnungsdatum · Belegdatum · 单据日期 · 发票日期',
        as: 'date',
      },
      poNumber: { titles: 'PO Number · PO · Order No · Purchase Order · Our PO · Bestellung · 订单号', as: 'id' },
      type: { titles: 'Transaction Type · Document Type · Type · Belegart · 单据类型', as: 'text' },
      description: {
        titles: 'Transaction Description · Description · Remark · Remarks · Comment · Reason Text · Text · Bemerkung · 说明 · 备注',
        as: 'text',
      },
      details: { titles: 'Reference Details · Reference · Details · Referenz · 参考', as: 'text' },
      appliesTo: { titles: 'Original Invoice Number · Original Invoice · Applies To · 原发票号', as: 'id' },
      item: { titles: 'Item · Item Number · SKU · Artikel · 商品编码', as: 'id' },
      quantity: { titles: 'Qty · Quantity · Units · Menge · 数量', as: 'quantity' },
      unitMicros: { titles: 'Unit Price · Unit Cost · Stückpreis · 单价', as: 'price' },
      gross: { titles: 'Invoice Amount · Gross · Gross Amount · Amounts Gross · Brutto · Bruttobetrag · 应付金额', as: 'amount' },
      discount: { titles: 'Terms Discount Taken · Discount · Disc · Discount Taken · Amounts Discount · Skonto · 现金折扣', as: 'amount' },
      withheld: { titles: 'Withholding Amount · Withholding · Withholding Tax · Tax Withheld · Quellensteuer · 预扣税', as: 'amount' },
      paid: {
        titles: 'Amount Paid · Net · Net Amount · Paid · Paid Amount · Amounts Net · Amount · Nettobetrag · Zahlbetrag · 实付金额',
        as: 'amount',
        needs: 'value',
      },
      remaining: { titles: 'Remaining Amount · Amount Remaining · Balance · Restbetrag', as: 'amount' },
      code: { titles: 'Code · Reason Code · Deduction Code · Reason · Grund · 扣款代码 · 原因代码', as: 'id' },
      currency: { titles: 'Invoice Currency · Currency · Curr. · Währung · 货币', as: 'text' },
    },
  },
}

function stagePayment(rows: readonly FieldRow[], context: ListContext): StagedRow[] {
  const facts = findPaymentFacts(
    context.table,
    rows.map((row) => row.values['documentOn'] ?? null),
  )
  // A total that stands above or below the lines is that of the only payment, never of one among others.
  const stated = context.isOnly ? statedMinor(context, facts.total) : null
  const first = rows[0]
  if (first === undefined) return []
  const fromName = /(?:^|[_-])([A-Z]{0,4}\d{4,})(?=\.[a-z]+$)/i.exec(context.source.fileName)?.[1] ?? null
  const lines = readAdviceLines(rows)
  const computedMinor = lines.reduce((sum, line) => (line.isNetted ? sum : sum + BigInt(line.paidMinor)), 0n).toString()
  const values: RemittanceValues = {
    number: first.values['paymentNumber'] ?? facts.number ?? fromName ?? '',
    paidOn: first.values['paidOn'] ?? facts.paidOn,
    currency: first.values['currency'] ?? null,
    totalMinor: stated ?? computedMinor,
    computedMinor,
    method: facts.method,
    source: 'remittance-csv',
    lines,
  }
  const { source } = context
  const account = first.values['account'] ?? null
  const advice = { kind: 'remittance', position: first.position, values: withHint({ ...values, account }, source) }
  const claims = adviceClaims(rows, lines, values).map((claim) => ({
    kind: 'portal-claim',
    position: claim.position,
    values: withHint({ ...claim.values, account }, source),
  }))
  return [advice, ...claims]
}

/** The payment's total in minor units: above the header, else in the total row under the paid amounts. */
function statedMinor({ table, matched, facts }: ListContext, above: string | null): string | null {
  const index = matched.columns.get('paid')
  const dialect = facts.dialects.get('paid')?.numbers ?? 'point'
  const below = table.totals
    .map((cells) => (index === undefined ? null : readAmount(cells[index] ?? '', dialect)))
    .findLast((text) => text !== null)
  const total = above ?? below ?? null
  return total === null ? null : (parseScaled(total, 2)?.toString() ?? null)
}
