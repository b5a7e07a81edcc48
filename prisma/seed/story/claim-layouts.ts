import type { TextEncoding } from './text'

export type ClaimField =
  | 'number'
  | 'date'
  | 'code'
  | 'words'
  | 'po'
  | 'invoice'
  | 'site'
  | 'item'
  | 'upc'
  | 'gtin'
  | 'quantity'
  | 'unit'
  | 'amount'
  | 'received'
  | 'reference'

/** How a customer's portal exports claims. */
export type ClaimLayout = {
  separator: ',' | ';'
  encoding: TextEncoding
  dates: 'american' | 'iso' | 'german'
  amounts: 'plain' | 'dollars' | 'comma'
  columns: readonly (readonly [title: string, field: ClaimField])[]
}

const american = (columns: ClaimLayout['columns']): ClaimLayout => ({
  separator: ',',
  encoding: 'utf8',
  dates: 'american',
  amounts: 'plain',
  columns,
})

export const CLAIM_LAYOUTS: Readonly<Record<string, ClaimLayout>> = {
  C01: american([
    ['Claim Number', 'number'],
    ['Claim Date', 'date'],
    ['Deduction Code', 'code'],
    ['Code Description', 'words'],
    ['PO Number', 'po'],
    ['Invoice Number', 'invoice'],
    ['DC/Store', 'site'],
    ['Item Number', 'item'],
    ['UPC', 'upc'],
    ['Claim Qty', 'quantity'],
    ['Unit Cost', 'unit'],
    ['Claim Amount', 'amount'],
    ['Received Qty', 'received'],
    ['Reference', 'reference'],
  ]),
  C02: {
    ...american([
      ['Claim ID', 'number'],
      ['Created', 'date'],
      ['Claim Type', 'code'],
      ['Purchase Order', 'po'],
      ['Invoice', 'invoice'],
      ['ASIN', 'item'],
      ['Disputed Units', 'quantity'],
      ['Cost', 'unit'],
      ['Claim Amount', 'amount'],
      ['Units Received', 'received'],
      ['Agreement / RMA', 'reference'],
    ]),
    amounts: 'dollars',
  },
  C03: american([
    ['Debit Memo', 'number'],
    ['DM Date', 'date'],
    ['Reason', 'code'],
    ['Reason Text', 'words'],
    ['PO', 'po'],
    ['Vendor Invoice', 'invoice'],
    ['Location', 'site'],
    ['SKU', 'item'],
    ['Quantity', 'quantity'],
    ['Unit Cost', 'unit'],
    ['Extended Cost', 'amount'],
    ['RGA/Agreement', 'reference'],
  ]),
  C04: {
    ...american([
      ['Document Number', 'number'],
      ['Document Date', 'date'],
      ['Reason Code', 'code'],
      ['Description', 'words'],
      ['PO', 'po'],
      ['Invoice', 'invoice'],
      ['Store', 'site'],
      ['DPCI', 'item'],
      ['Units', 'quantity'],
      ['Cost', 'unit'],
      ['Total', 'amount'],
      ['Units Received', 'received'],
      ['Contract / RA', 'reference'],
    ]),
    dates: 'iso',
  },
  C05: american([
    ['Debit No', 'number'],
    ['Date', 'date'],
    ['Type', 'code'],
    ['Explanation', 'words'],
    ['PO', 'po'],
    ['Invoice', 'invoice'],
    ['Whse', 'site'],
    ['Item', 'item'],
    ['Qty', 'quantity'],
    ['Cost', 'unit'],
    ['Amount', 'amount'],
    ['Ref', 'reference'],
  ]),
  C06: american([
    ['Charge Number', 'number'],
    ['Charge Date', 'date'],
    ['Charge Type', 'code'],
    ['Charge Description', 'words'],
    ['Order', 'po'],
    ['Invoice', 'invoice'],
    ['Ship To', 'site'],
    ['UPC', 'upc'],
    ['Qty', 'quantity'],
    ['Each', 'unit'],
    ['Charge Amount', 'amount'],
    ['RTV/Program', 'reference'],
  ]),
  C08: american([
    ['CB Number', 'number'],
    ['Date', 'date'],
    ['Code', 'code'],
    ['Reason', 'words'],
    ['PO', 'po'],
    ['Inv', 'invoice'],
    ['Store', 'site'],
    ['UPC', 'upc'],
    ['Qty', 'quantity'],
    ['Price', 'unit'],
    ['Amount', 'amount'],
    ['Reference', 'reference'],
  ]),
  C09: {
    separator: ';',
    encoding: 'win1252',
    dates: 'german',
    amounts: 'comma',
    columns: [
      ['Belastungsnummer', 'number'],
      ['Datum', 'date'],
      ['Grund', 'code'],
      ['Bezeichnung', 'words'],
      ['Bestellung', 'po'],
      ['Rechnung', 'invoice'],
      ['Lager', 'site'],
      ['EAN', 'gtin'],
      ['Menge', 'quantity'],
      ['Stückpreis', 'unit'],
      ['Betrag €', 'amount'],
      ['Referenz', 'reference'],
    ],
  },
  C10: {
    separator: ',',
    encoding: 'gb18030',
    dates: 'iso',
    amounts: 'plain',
    columns: [
      ['扣款单号', 'number'],
      ['日期', 'date'],
      ['代码', 'code'],
      ['原因', 'words'],
      ['订单号', 'po'],
      ['发票号', 'invoice'],
      ['仓库', 'site'],
      ['商品编码', 'item'],
      ['数量', 'quantity'],
      ['单价', 'unit'],
      ['金额', 'amount'],
      ['参考', 'reference'],
    ],
  },
}
