import { readOdataBilling } from '@/features/invoices/imports/read-odata-billing'
import { readOdataSalesOrder } from '@/features/orders/imports/read-odata-sales-orders'
import { readOdataDelivery } from '@/features/shipments/imports/read-odata-deliveries'
import { OdataDraft, type OdataReader } from '@/formats/json/odata-draft'
import { readJson } from '@/formats/json/read-json'
import { type OdataType, odataFindings, readOdata } from '@/formats/json/read-odata'
import type { ReadFile } from '@/formats/staged-row'

const READERS: Readonly<Record<OdataType['kind'], OdataReader>> = {
  'odata-sales-order': readOdataSalesOrder,
  'odata-billing-document': readOdataBilling,
  'odata-delivery': readOdataDelivery,
}

/** Reads an OData answer of SAP: sales orders, billing documents, deliveries, each with the items sent along. */
export function readOdataFile(bytes: Uint8Array): ReadFile {
  const file = readOdata(readJson(bytes))
  const draft = new OdataDraft()
  for (const document of file.documents) READERS[document.type.kind](document, draft)
  const [first] = file.documents
  return {
    kind: first?.type.kind ?? 'odata',
    rows: draft.rows,
    rejected: draft.rejected,
    blank: 0,
    problems: odataFindings(file),
    totals: { own: null, computed: null, currency: null },
    ...(first ? {} : { waiting: 'intake/kind-waits' }),
  }
}
