import { fromUtcMidnight } from '@/core/calendar-date'
import { emptyDocument, type InspectedDocument, type Inspection } from '../inspection'
import { readDate } from '../text/read-date'
import { type JsonValue, listAt, readJson, textAt, valueAt } from './read-json'

/** The SAP services that are recognised, by the field that numbers their documents. */
const DOCUMENTS = [
  { key: 'BillingDocument', kind: 'odata-billing-document', date: 'BillingDocumentDate', reference: 'invoice' },
  { key: 'DeliveryDocument', kind: 'odata-delivery', date: 'DocumentDate', reference: 'delivery' },
  { key: 'SalesOrder', kind: 'odata-sales-order', date: 'SalesOrderDate', reference: null },
] as const

/** Inspects OData answers of SAP (V2 `d`, V4 `value`): one document per header; items standing alone are gathered by their document. */
export function inspectOdata(bytes: Uint8Array): Pick<Inspection, 'counts' | 'documents' | 'findings'> {
  const root = readJson(bytes)
  const rows = rowsOf(root)
  const documents = new Map<string, InspectedDocument>()
  let unknown = 0
  for (const row of rows) {
    const type = DOCUMENTS.find(({ key }) => textAt(row, key) !== null)
    if (type === undefined) unknown++
    else addRow(documents, row, type)
  }
  const counts = { interchanges: null, groups: null, documents: documents.size, segments: null, rows: rows.length }
  if (root === null) return { counts, documents: [], findings: [finding('json/broken', 'The file is no JSON.')] }
  const findings = unknown > 0 ? [finding('odata/unknown-entity', `${unknown} entries are of a kind that is not read.`)] : []
  return { counts, documents: [...documents.values()], findings }
}

function rowsOf(root: JsonValue): JsonValue[] {
  const found = [listAt(root, 'd', 'results'), listAt(root, 'value'), listAt(root, 'd')].find((list) => list.length > 0)
  if (found !== undefined) return found
  const single = valueAt(root, 'd') ?? root
  return single !== null && typeof single === 'object' && !Array.isArray(single) && !('results' in single) ? [single] : []
}

function addRow(documents: Map<string, InspectedDocument>, row: JsonValue, type: (typeof DOCUMENTS)[number]): void {
  const number = textAt(row, type.key) ?? ''
  const document = documents.get(number) ?? emptyDocument(type.kind)
  documents.set(number, document)
  const nested = [...listAt(row, 'to_Item', 'results'), ...listAt(row, 'to_Item'), ...listAt(row, 'to_DeliveryDocumentItem', 'results')]
  const isItem = textAt(row, `${type.key}Item`) !== null
  document.number = number
  document.date ??= day(textAt(row, type.date)) ?? day(textAt(row, 'CreationDate'))
  document.sender ??= textAt(row, 'SalesOrganization')
  document.receiver ??= textAt(row, 'SoldToParty')
  document.currency ??= textAt(row, 'TransactionCurrency')
  if (!isItem) {
    document.amounts.total = textAt(row, 'TotalGrossAmount') ?? textAt(row, 'TotalNetAmount')
    document.amounts.gross = textAt(row, 'TotalNetAmount')
  }
  if (type.reference !== null) add(document, type.reference, number)
  for (const entry of [row, ...nested]) {
    add(document, 'po', textAt(entry, 'PurchaseOrderByCustomer'))
    add(document, 'item', textAt(entry, 'Material'))
    add(document, 'bol', textAt(entry, 'BillOfLading'))
    if (textAt(entry, 'ReferenceSDDocumentCategory') === 'J') add(document, 'delivery', textAt(entry, 'ReferenceSDDocument'))
  }
  document.lines += isItem ? 1 : nested.length
}

function add(document: InspectedDocument, kind: keyof InspectedDocument['references'], value: string | null): void {
  if (value !== null && !document.references[kind].includes(value)) document.references[kind].push(value)
}

// V2 writes /Date(1471392000000)/ or /Date(1472796947125+0000)/, V4 an ISO date.
function day(text: string | null): string | null {
  const millis = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text ?? '')?.[1]
  if (millis !== undefined && Math.abs(Number(millis)) < 8.64e15) return fromUtcMidnight(new Date(Number(millis)))
  return text === null ? null : readDate(text, 'iso')
}

function finding(code: string, message: string) {
  return { position: 'file', field: '', code, message }
}
