import { type CalendarDate, fromUtcMidnight } from '@/core/calendar-date'
import type { Problem } from '@/core/problem'
import { readDate } from '../text/read-date'
import { type JsonValue, listAt, textAt, valueAt } from './read-json'

/** The SAP services that are read, by the field that numbers their documents. */
export const ODATA_DOCUMENTS = [
  { key: 'BillingDocument', kind: 'odata-billing-document', date: 'BillingDocumentDate' },
  { key: 'DeliveryDocument', kind: 'odata-delivery', date: 'DocumentDate' },
  { key: 'OutboundDelivery', kind: 'odata-delivery', date: 'DocumentDate' },
  { key: 'SalesOrder', kind: 'odata-sales-order', date: 'SalesOrderDate' },
] as const
export type OdataType = (typeof ODATA_DOCUMENTS)[number]

/** One document: what its header says (null where only items came) and its items; `isDeferred` when they were not sent along. */
export type OdataDocument = {
  type: OdataType
  number: string
  header: JsonValue
  items: { value: JsonValue; position: string }[]
  isDeferred: boolean
  position: string
}

export type OdataFile = { documents: OdataDocument[]; entries: number; unknown: number }

/**
 * Reads an OData answer of SAP, version 2 (`d`, `d.results`, nested `results` or `__deferred`) or 4 (`value`, nested lists):
 * documents with their items; items that stand alone are gathered by their document.
 */
export function readOdata(root: JsonValue): OdataFile {
  const entries = entriesOf(root)
  const documents = new Map<string, OdataDocument>()
  let unknown = 0
  for (const [index, entry] of entries.entries()) {
    const type = ODATA_DOCUMENTS.find(({ key }) => textAt(entry, key) !== null)
    if (type === undefined) unknown++
    else addEntry(documents, entry, type, `entry ${index + 1}`)
  }
  return { documents: [...documents.values()], entries: entries.length, unknown }
}

function entriesOf(root: JsonValue): JsonValue[] {
  const found = [listAt(root, 'd', 'results'), listAt(root, 'value'), listAt(root, 'd'), listAt(root)].find((list) => list.length > 0)
  if (found !== undefined) return found
  const single = valueAt(root, 'd') ?? root
  return single !== null && typeof single === 'object' && !Array.isArray(single) && !('results' in single) ? [single] : []
}

function addEntry(documents: Map<string, OdataDocument>, entry: JsonValue, type: OdataType, position: string): void {
  const number = textAt(entry, type.key) ?? ''
  const key = `${type.kind} ${number}`
  const document = documents.get(key) ?? { type, number, header: null, items: [], isDeferred: false, position }
  documents.set(key, document)
  if (textAt(entry, `${type.key}Item`) !== null) {
    document.items.push({ value: entry, position })
    return
  }
  document.header = entry
  const nested = itemsOf(entry)
  document.isDeferred = nested === null
  for (const [index, value] of (nested ?? []).entries()) document.items.push({ value, position: `${position} item ${index + 1}` })
}

const ITEM_PATHS = ['to_Item', '_Item', 'to_DeliveryDocumentItem', '_DeliveryDocumentItem', '_Items', 'to_Items', 'Items']

/** The items that were sent along; null where the answer only says where to fetch them, or nothing at all. */
function itemsOf(entry: JsonValue): JsonValue[] | null {
  for (const path of ITEM_PATHS) {
    const value = valueAt(entry, path)
    if (Array.isArray(value)) return value
    if (Array.isArray(valueAt(value, 'results'))) return listAt(value, 'results')
  }
  return null
}

/** V2 writes /Date(1471392000000)/ or /Date(1472796947125+0000)/, V4 an ISO date. */
export function odataDay(text: string | null): CalendarDate | null {
  const millis = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text ?? '')?.[1]
  if (millis !== undefined && Math.abs(Number(millis)) < 8.64e15) return fromUtcMidnight(new Date(Number(millis)))
  return text === null ? null : readDate(text, 'iso')
}

/** What an answer leaves out: kinds of entries that are not read, and items that were only pointed to. */
export function odataFindings({ documents, unknown }: OdataFile): Problem[] {
  const findings: Problem[] = []
  const report = (position: string, field: string, code: string, message: string) => findings.push({ position, field, code, message })
  if (unknown > 0) report('file', '', 'odata/unknown-entity', `${unknown} entries are of a kind that is not read.`)
  for (const { isDeferred, items, number, position } of documents)
    if (isDeferred && items.length === 0) report(position, 'to_Item', 'odata/items-deferred', `The items of ${number} were not sent along.`)
  return findings
}
