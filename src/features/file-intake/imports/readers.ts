import { read812 } from '@/features/deductions/imports/read-812'
import { read864 } from '@/features/documents/imports/read-864'
import { isPaper, readPaper } from '@/features/documents/imports/read-papers'
import { read810 } from '@/features/invoices/imports/read-810'
import { read857 } from '@/features/invoices/imports/read-857'
import { readEdifactInvoic } from '@/features/invoices/imports/read-edifact-invoic'
import { read880, read894 } from '@/features/invoices/imports/read-grocery-invoices'
import { read850 } from '@/features/orders/imports/read-850'
import { read855 } from '@/features/orders/imports/read-855'
import { read860 } from '@/features/orders/imports/read-860'
import { read875 } from '@/features/orders/imports/read-875'
import { readEdifactOrderChanges } from '@/features/orders/imports/read-edifact-order-changes'
import { readEdifactOrders } from '@/features/orders/imports/read-edifact-orders'
import { readEdifactOrdrsp } from '@/features/orders/imports/read-edifact-ordrsp'
import { read820 } from '@/features/remittances/imports/read-820'
import { isAdviceText, readAdviceText } from '@/features/remittances/imports/read-advice-text'
import { readBankFile } from '@/features/remittances/imports/read-bank-file'
import { readEdifactRemadv } from '@/features/remittances/imports/read-edifact-remadv'
import { read180 } from '@/features/shipments/imports/read-180'
import { read204 } from '@/features/shipments/imports/read-204'
import { read210 } from '@/features/shipments/imports/read-210'
import { read214 } from '@/features/shipments/imports/read-214'
import { read852 } from '@/features/shipments/imports/read-852'
import { read856 } from '@/features/shipments/imports/read-856'
import { read861 } from '@/features/shipments/imports/read-861'
import { read867 } from '@/features/shipments/imports/read-867'
import { read824, read997 } from '@/features/shipments/imports/read-acknowledgements'
import { readEdifactDesadv } from '@/features/shipments/imports/read-edifact-desadv'
import { readEdifactRecadv } from '@/features/shipments/imports/read-edifact-recadv'
import { readBai2 } from '@/formats/bank/read-bai2'
import { readCamt } from '@/formats/bank/read-camt'
import { readLockbox } from '@/formats/bank/read-lockbox'
import { readMt940 } from '@/formats/bank/read-mt940'
import type { MessageReader } from '@/formats/edifact/message-reading'
import type { Format } from '@/formats/inspection'
import type { IncomingFile, ReadFile } from '@/formats/staged-row'
import type { SetReader } from '@/formats/x12/set-reading'
import { LIST_READERS, listSource } from './list-readers'
import { readAmazonFile } from './read-amazon-file'
import { CONTAINER_FORMATS } from './read-container'
import { hasIdocReader, readIdocFile } from './read-idoc-file'
import { readOdataFile } from './read-odata-file'
import type { FormatReader, PdfReader, TableReader, TextReader } from './reader'

/** X12 by transaction set id. A set without a reader is named and waits. */
export const X12_READERS: Readonly<Record<string, SetReader>> = {
  '180': read180,
  '204': read204,
  '210': read210,
  '214': read214,
  '810': read810,
  '812': read812,
  '820': read820,
  '824': read824,
  '850': read850,
  '852': read852,
  '855': read855,
  '856': read856,
  '857': read857,
  '860': read860,
  '861': read861,
  '864': read864,
  '867': read867,
  '875': read875,
  '880': read880,
  '894': read894,
  '997': read997,
  '999': read997,
}

/** EDIFACT by message type. A message without a reader is named and waits. */
export const EDIFACT_READERS: Readonly<Record<string, MessageReader>> = {
  DESADV: readEdifactDesadv,
  INVOIC: readEdifactInvoic,
  ORDCHG: readEdifactOrderChanges,
  ORDERS: readEdifactOrders,
  ORDRSP: readEdifactOrdrsp,
  RECADV: readEdifactRecadv,
  REMADV: readEdifactRemadv,
}

/** The first that recognises the table reads it. One line per entry. */
export const TABLE_READERS: readonly TableReader[] = LIST_READERS

/** Text that is no table. */
export const TEXT_READERS: readonly TextReader[] = [
  { kind: 'remittance-text', recognises: isAdviceText, read: (text, file) => readAdviceText(text, listSource(file.path)) },
]

/** The first that recognises the text reads it; the last one takes every other PDF or picture as a paper without text. */
export const PDF_READERS: readonly PdfReader[] = [{ kind: 'paper', recognises: isPaper, read: readPaper }]

/** Statements (053), reports during the day (052) and notifications (054) are of one family. */
function readCamtFile({ bytes }: IncomingFile): ReadFile {
  const file = readCamt(bytes)
  return readBankFile(`bank-${file.message ?? 'camt053'}`, file)
}

/** Formats that are neither EDI nor tables nor papers. A format without a reader is named and waits. */
export const FORMAT_READERS: Partial<Readonly<Record<Format, FormatReader>>> = {
  'amazon-json': (file) => readAmazonFile(file.bytes, listSource(file.path)),
  bai2: (file) => readBankFile('bank-bai2', readBai2(file.bytes)),
  camt053: readCamtFile,
  camt054: readCamtFile,
  'idoc-flat': ({ bytes }) => readIdocFile(bytes, false),
  'idoc-xml': ({ bytes }) => readIdocFile(bytes, true),
  lockbox: (file) => readBankFile('bank-lockbox', readLockbox(file.bytes, file.lockboxProfiles)),
  'odata-json': ({ bytes }) => readOdataFile(bytes),
  mt940: (file) => readBankFile('bank-mt940', readMt940(file.bytes)),
}

/** True when files of this format and kind, as they are named while they wait, are read now. */
export function hasReader(format: string, kind: string): boolean {
  if (format === 'x12') return X12_READERS[kind.replace('x12-', '')] !== undefined
  if (format === 'edifact') return EDIFACT_READERS[kind.replace('edifact-', '').toUpperCase()] !== undefined
  if (format.startsWith('idoc-')) return hasIdocReader(kind)
  return Object.hasOwn(FORMAT_READERS, format) || CONTAINER_FORMATS.some((container) => container === format)
}
