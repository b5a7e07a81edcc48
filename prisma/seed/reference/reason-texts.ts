import type { Category } from '@/features/deductions/rules/deduction'

/** One code of a standard list with its text and the category we give it; null where the text alone cannot tell. */
export type ReasonText = { readonly code: string; readonly text: string; readonly category: Category | null }

const X12_SOURCE = 'X12 release 004010, data element 426, as printed by two public code lists; checked 2026-05'
const EDIFACT_SOURCE = 'UN/EDIFACT D.07B, data element 4465, as printed by two public code lists; checked 2026-05'

function table(rows: readonly (readonly [code: string, text: string, category: Category | null])[]): readonly ReasonText[] {
  return rows.map(([code, text, category]) => ({ code, text, category }))
}

/** X12 element 426, adjustment reason codes that remittances of retailers carry. */
export const X12_426: { readonly source: string; readonly texts: readonly ReasonText[] } = {
  source: X12_SOURCE,
  texts: table([
    ['01', 'Pricing error', 'price'],
    ['02', 'Allowance or charge error', 'allowance'],
    ['03', 'Extension error', 'price'],
    ['04', 'Item not accepted, damaged', 'damage'],
    ['05', 'Item not accepted, quality', 'damage'],
    ['06', 'Quantity contested', 'shortage'],
    ['07', 'Incorrect product', 'substitution'],
    ['08', 'Substitute product', 'substitution'],
    ['09', 'Terms of sale error', 'cash-discount'],
    ['10', 'Pallet or container charge error', null],
    ['11', 'Returns, damage', 'returns'],
    ['12', 'Returns, quality', 'returns'],
    ['13', 'Returns, dating', 'returns'],
    ['14', 'Returns, promotion', 'returns'],
    ['15', 'Returns, recall', 'returns'],
    ['16', 'Non-invoice related allowance or charge', 'allowance'],
    ['19', 'Duplicate billing', 'duplicate'],
    ['20', 'Balance due declined', null],
    ['21', 'Shipment method of payment', 'compliance'],
    ['22', 'Weight error', 'freight'],
    ['23', 'Special charge not authorised', null],
    ['24', 'Incorrect discount', 'cash-discount'],
    ['25', 'Item not accepted', null],
    ['26', 'Invoice cancelled', null],
    ['30', 'Delivery charge error', 'freight'],
    ['31', 'Pickup charge error', 'freight'],
    ['41', 'Item not accepted, delay', 'compliance'],
    ['42', 'Item not accepted, loss', 'shortage'],
    ['43', 'Missing discount', 'cash-discount'],
    ['44', 'Documents missing', 'compliance'],
    ['46', 'Transportation charge', 'freight'],
    ['48', 'Service charge', null],
    ['50', 'Late charge', 'compliance'],
    ['51', 'Interest', null],
    ['52', 'Credit for previous overpayment', 'post-audit'],
    ['53', 'Remittance for previous underpayment', null],
    ['54', 'Freight deducted', 'freight'],
    ['55', 'Tax deducted', 'tax'],
    ['56', 'Advertising allowance taken', 'promotion'],
    ['57', 'Volume discount taken', 'promotion'],
    ['59', 'Item not received', 'shortage'],
    ['60', 'No open item on file', null],
    ['61', 'No open order on file', null],
    ['62', 'Item description error', null],
    ['ZZ', 'Mutually defined', null],
  ]),
}

/** EDIFACT element 4465, adjustment reasons of a REMADV. */
export const EDIFACT_4465: { readonly source: string; readonly texts: readonly ReasonText[] } = {
  source: EDIFACT_SOURCE,
  texts: table([
    ['2', 'Goods below specification', 'damage'],
    ['3', 'Goods damaged', 'damage'],
    ['4', 'Short delivery', 'shortage'],
    ['5', 'Price query', 'price'],
    ['6', 'Proof of delivery required', 'shortage'],
    ['9', 'Invoice error', null],
    ['13', 'Counter claim', null],
    ['14', 'Wrong delivery', 'substitution'],
    ['15', 'Goods returned to agent', 'returns'],
    ['16', 'Goods partly returned', 'returns'],
    ['17', 'Transport damage', 'damage'],
    ['19', 'Trade discount', 'allowance'],
    ['20', 'Deduction for late delivery', 'compliance'],
    ['21', 'Advertising costs', 'promotion'],
    ['32', 'Goods not delivered', 'shortage'],
    ['33', 'Late delivery', 'compliance'],
    ['35', 'Goods returned', 'returns'],
    ['38', 'Bonus', 'promotion'],
    ['39', 'Discount', 'promotion'],
    ['40', 'Freight costs', 'freight'],
    ['49', 'Substitute goods', 'substitution'],
    ['53', 'Duplicate invoice', 'duplicate'],
    ['66', 'Cash discount', 'cash-discount'],
    ['ZZZ', 'Mutually defined', null],
  ]),
}
