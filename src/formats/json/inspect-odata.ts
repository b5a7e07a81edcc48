import { subtractDecimals, sumDecimals } from '../decimal-text'
import { emptyDocument, type InspectedDocument, type Inspection } from '../inspection'
import { type JsonValue, readJson, textAt } from './read-json'
import { type OdataDocument, odataDay, odataFindings, readOdata } from './read-odata'

/** Inspects OData answers of SAP (V2 `d`, V4 `value`): one document per header; items standing alone are gathered by their document. */
export function inspectOdata(bytes: Uint8Array): Pick<Inspection, 'counts' | 'documents' | 'findings'> {
  const root = readJson(bytes)
  const file = readOdata(root)
  const counts = { interchanges: null, groups: null, documents: file.documents.length, segments: null, rows: file.entries }
  if (root === null)
    return { counts, documents: [], findings: [{ position: 'file', field: '', code: 'json/broken', message: 'The file is no JSON.' }] }
  return { counts, documents: file.documents.map(describe), findings: odataFindings(file) }
}

function describe({ type, number, header, items }: OdataDocument): InspectedDocument {
  const document = emptyDocument(type.kind)
  const entries = [header, ...items.map(({ value }) => value)]
  const first = (field: string) => entries.map((entry) => textAt(entry, field)).find((text) => text !== null) ?? null
  document.number = number
  document.date = odataDay(first(type.date)) ?? odataDay(first('CreationDate'))
  document.sender = first('SalesOrganization')
  document.receiver = first('SoldToParty')
  document.currency = first('TransactionCurrency')
  document.lines = items.length
  document.amounts.total = textAt(header, 'TotalGrossAmount') ?? textAt(header, 'TotalNetAmount')
  document.amounts.gross = textAt(header, 'TotalNetAmount')
  document.balance = balanceOf(header, items)
  if (type.kind === 'odata-billing-document') document.references.invoice.push(number)
  if (type.kind === 'odata-delivery') document.references.delivery.push(number)
  for (const entry of entries) addReferences(document.references, entry)
  return document
}

function addReferences(references: InspectedDocument['references'], entry: JsonValue): void {
  const add = (kind: keyof InspectedDocument['references'], value: string | null) => {
    if (value !== null && !references[kind].includes(value)) references[kind].push(value)
  }
  add('po', textAt(entry, 'PurchaseOrderByCustomer'))
  add('item', textAt(entry, 'Material') ?? textAt(entry, 'Product'))
  add('bol', textAt(entry, 'BillOfLading'))
  add('store', textAt(entry, 'ShipToParty'))
  if (textAt(entry, 'ReferenceSDDocumentCategory') === 'J') add('delivery', textAt(entry, 'ReferenceSDDocument'))
}

/** The net total of the header against the net amounts of the items that were sent along. */
function balanceOf(header: JsonValue, items: OdataDocument['items']): InspectedDocument['balance'] {
  const stated = textAt(header, 'TotalNetAmount')
  const nets = items.map(({ value }) => textAt(value, 'NetAmount'))
  if (stated === null || nets.length === 0 || nets.includes(null) || ![stated, ...nets].every((text) => isDecimal(text))) return null
  const computed = sumDecimals(nets.map((net) => net ?? '0'))
  return { stated, computed, difference: subtractDecimals(stated, computed) }
}

function isDecimal(text: string | null): boolean {
  return text !== null && /^-?\d+(?:\.\d+)?$/.test(text)
}
