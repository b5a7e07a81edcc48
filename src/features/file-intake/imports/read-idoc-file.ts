import { readIdocInvoice } from '@/features/invoices/imports/read-idoc-invoices'
import { readIdocOrderResponse } from '@/features/orders/imports/read-idoc-order-responses'
import { readIdocOrders } from '@/features/orders/imports/read-idoc-orders'
import { readIdocRemadv } from '@/features/remittances/imports/read-idoc-remadv'
import { readIdocDelivery } from '@/features/shipments/imports/read-idoc-deliveries'
import type { IdocReader } from '@/formats/sap/idoc-reading'
import { messageOf } from '@/formats/sap/inspect-idoc'
import { type Idoc, readIdocFlat, readIdocXml } from '@/formats/sap/read-idoc'
import type { ReadFile } from '@/formats/staged-row'
import { decodeText } from '@/formats/text/decode-text'
import { XmlDefect } from '@/formats/xml/parse-xml'
import { addTotals, type DocumentTotals } from './add-totals'

/** IDocs by message type. A message without a reader is named and waits. */
const IDOC_READERS: Readonly<Record<string, IdocReader>> = {
  ORDERS: readIdocOrders,
  ORDRSP: readIdocOrderResponse,
  INVOIC: readIdocInvoice,
  DESADV: readIdocDelivery,
  DELVRY: readIdocDelivery,
  SHPCON: readIdocDelivery,
  WHSCON: readIdocDelivery,
  WHSORD: readIdocDelivery,
  SHPORD: readIdocDelivery,
  SHPADV: readIdocDelivery,
  REMADV: readIdocRemadv,
  PEXR: readIdocRemadv,
}

/** True for the kind of a file whose message is read, 'idoc-orders' … */
export function hasIdocReader(kind: string): boolean {
  return Object.hasOwn(IDOC_READERS, kind.replace('idoc-', '').toUpperCase())
}

/** Reads a file of IDocs, XML or flat; several to a file, each by its message. */
export async function readIdocFile(bytes: Uint8Array, isXml: boolean): Promise<ReadFile> {
  const read: ReadFile = {
    kind: 'idoc',
    rows: [],
    rejected: [],
    blank: 0,
    problems: [],
    totals: { own: null, computed: null, currency: null },
  }
  const { text } = decodeText(bytes)
  let idocs: Idoc[] = []
  try {
    idocs = isXml ? await readIdocXml(text) : readIdocFlat(text)
  } catch (error) {
    if (!(error instanceof XmlDefect)) throw error
    const problem = { position: 'file', field: 'xml', code: error.code, message: error.message }
    return { ...read, rejected: [{ position: 'file', text: text.slice(0, 4000), problem }] }
  }
  const totals: DocumentTotals[] = []
  for (const idoc of idocs) {
    const reading = readerOf(idoc)?.(idoc)
    if (!reading) {
      const message = `${messageOf(idoc)} is a message that nothing here uses`
      read.problems.push({ position: idoc.position, field: 'MESTYP', code: 'idoc/message-not-read', message })
      continue
    }
    read.rows.push(...reading.rows)
    read.rejected.push(...reading.rejected)
    read.problems.push(...reading.problems)
    if (reading.totals) totals.push({ ...reading.totals, kind: `idoc-${messageOf(idoc).toLowerCase()}` })
  }
  const [first] = idocs
  const kind = first ? `idoc-${messageOf(first).toLowerCase()}` : 'idoc'
  return { ...read, kind, ...addTotals(totals), ...(idocs.some(readerOf) ? {} : { waiting: 'intake/kind-waits' }) }
}

/** By message; deliveries come under many names and are known by their segments. */
function readerOf(idoc: Idoc): IdocReader | undefined {
  const known = IDOC_READERS[messageOf(idoc)]
  return known ?? (idoc.segments.some(({ name }) => name === 'E1EDL20') ? readIdocDelivery : undefined)
}
