import { detectDelimiter } from './csv/detect-delimiter'
import { readCsv } from './csv/read-csv'
import type { Format } from './inspection'
import { readBarList } from './sap/read-bar-list'
import { recogniseSapList } from './sap/recognise-sap-list'
import { countTitleWords } from './title-words'

/** What a text is, by its beginning (whole lines, decoded). */
export function detectText(head: string): Format {
  const start = head.trimStart()
  if (
    /^(?:[\s\S]{0,2000}[\r\n~'])?\s*ISA([^A-Za-z0-9\s])[^\r\n]{0,12}\1/.test(start) ||
    /^(?:GS|ST)([^A-Za-z0-9\s])[A-Z0-9]{2,3}\1[A-Z0-9]/.test(start) ||
    /^DXS([^A-Za-z0-9\s])[^\r\n]{0,20}\1/.test(start)
  )
    return 'x12'
  if (
    /^UNA[^A-Za-z0-9]{4,6}\s*UN[BGH]/.test(start) ||
    /^UN[BGH][^A-Za-z0-9\s][A-Z0-9]/.test(start) ||
    /^[\s\S]{0,2000}?[\r\n]\s*(?:UNA[^A-Za-z0-9]{6}\s*UN[BGH]|UNB\+UNO[A-Z]:)/.test(start)
  )
    return 'edifact'
  if (/^01,[^,\r\n]*,[^,\r\n]*,\d{6}/.test(start)) return 'bai2'
  if (isMt940(start)) return 'mt940'
  if (start.startsWith('<')) return detectXml(start)
  if (/^[{[]/.test(start)) return detectJson(start)
  if (/^EDI_DC(?:40)?[ _\d]/.test(start)) return 'idoc-flat'
  if (isLockbox(start)) return 'lockbox'
  if (isMail(start)) return 'eml'
  return detectList(head)
}

// Pieces of a statement that were cut out of it have no :20:, but balances and entries look like nothing else.
function isMt940(start: string): boolean {
  if (/^\s*(?:\{1:F\d\d|[\s\S]{0,500}?^:20:)/m.test(start) && /^:(?:25|28C?|60[FM]|61):?/m.test(start)) return true
  return /^:6[02][FM]:[CD]\d{6}[A-Z]{3}\d/m.test(start) || /^:61:\d{6}(?:\d{4})?(?:R?[CD])[A-Z]?\d+,/m.test(start)
}

function detectXml(start: string): Format {
  const camt = /urn:iso:std:iso:20022:tech:xsd:camt\.(05[234])/.exec(start)?.[1]
  if (camt !== undefined) return camt === '054' ? 'camt054' : 'camt053'
  if (/<(?:\w+:)?(?:BkToCstmrStmt|BkToCstmrAcctRpt)\b/.test(start)) return 'camt053'
  if (/<(?:\w+:)?BkToCstmrDbtCdtNtfctn\b/.test(start)) return 'camt054'
  return /<(?:\w+:)?(?:EDI_DC40|IDOC)\b/.test(start) ? 'idoc-xml' : 'unknown'
}

// The head may be cut, so keys are looked for instead of parsing.
function detectJson(start: string): Format {
  if (
    /"(?:purchaseOrderNumber|ordersStatus|purchaseOrderState|shipmentConfirmations|vendorShipmentIdentifier|amazonProductIdentifier|buyerProductIdentifier|vendorProductIdentifier|remitToParty|invoicedQuantity)"\s*:/.test(
      start,
    )
  )
    return 'amazon-json'
  const isOdata = /^\{\s*"d"\s*:|"@odata\.context"|"__metadata"|"__deferred"/.test(start)
  return isOdata || /"(?:SalesOrder|BillingDocument|DeliveryDocument|OutboundDelivery)(?:Item)?"\s*:/.test(start) ? 'odata-json' : 'unknown'
}

// Record types in the first column: 1 file, 2 service, 5 batch, 6 check, 4 invoice, 7 and 8 totals, 9 trailer.
function isLockbox(start: string): boolean {
  const lines = start.split(/\r?\n/).filter((line) => line.trim() !== '')
  const typed = lines.filter((line) => /^[124-9][\dA-Z ]{10,}/.test(line))
  return (
    lines.length >= 4 &&
    /^1[\d ]/.test(lines[0] ?? '') &&
    typed.length >= lines.length - 1 &&
    lines.some((line) => line.startsWith('6')) &&
    lines.some((line) => /^[78]/.test(line))
  )
}

function isMail(start: string): boolean {
  const headers = start.split(/\r?\n\r?\n/)[0] ?? ''
  const named = new Set(
    [...headers.matchAll(/^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type):/gim)].map(
      (match) => match[1]?.toLowerCase(),
    ),
  )
  return /^(?:From |[A-Za-z][A-Za-z0-9-]*:\s)/.test(start) && named.size >= 3
}

function detectList(head: string): Format {
  if (/^\s*\|/m.test(head) && readBarList(head) !== null) return 'sap-list'
  const delimiter = detectDelimiter(head)
  if (delimiter === null) return /\s/.test(head.trim()) ? 'text' : 'unknown'
  const table = readCsv(head, { delimiter })
  if (recogniseSapList(table) !== null) return 'sap-list'
  const titles = table.columns.map((column) => column.title).filter((title) => title !== '')
  const isTitled = table.headerRow > 0 && titles.length >= 2 && countTitleWords(titles) >= Math.min(2, titles.length / 2)
  const full = table.rows.filter((row) => row.cells.filter((cell) => cell !== '').length >= Math.max(2, titles.length / 3))
  const isFilled = full.length >= 2 && full.length >= table.rows.length * 0.7 && titles.length >= 3
  return isTitled || isFilled ? 'csv' : 'text'
}
