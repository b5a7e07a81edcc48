import { createHash } from 'node:crypto'
import { inspectBai2 } from './bank/inspect-bai2'
import { inspectCamt } from './bank/inspect-camt'
import { inspectLockbox } from './bank/inspect-lockbox'
import { inspectMt940 } from './bank/inspect-mt940'
import type { LockboxProfile } from './bank/lockbox-profile'
import { detectFormat, unreadableKind } from './detect-format'
import { inspectEdifact } from './edifact/inspect-edifact'
import { readMail } from './eml/read-mail'
import { readMsg } from './eml/read-msg'
import { inspectListText, inspectTables } from './inspect-lists'
import { finding, inspectFreeText, inspectPdf, textDocument } from './inspect-papers'
import type { Format, Inspection } from './inspection'
import { inspectAmazon } from './json/inspect-amazon'
import { inspectOdata } from './json/inspect-odata'
import { inspectIdoc } from './sap/inspect-idoc'
import { decodeText } from './text/decode-text'
import { inspectX12 } from './x12/inspect-x12'
import { readWorkbook } from './xlsx/read-workbook'
import { readZip } from './zip/read-zip'

type Part = Partial<Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'tables' | 'findings'>>

const NO_COUNTS = { interchanges: null, groups: null, documents: null, segments: null, rows: null }
const BINARY: readonly Format[] = ['xlsx', 'pdf', 'image', 'zip', 'msg']
const INSIDE_MAX = 500

/** What is known beside the file itself. */
export type InspectOptions = { lockboxProfiles?: readonly LockboxProfile[] }

/**
 * What a reader gets out of one file, without a database. Content decides; the name is only repeated.
 * Never throws: whatever cannot be read is a finding.
 */
export async function inspectFile(name: string, bytes: Uint8Array, options: InspectOptions = {}): Promise<Inspection> {
  return inspectAt(name, bytes, true, options)
}

async function inspectAt(name: string, bytes: Uint8Array, opensContainers: boolean, options: InspectOptions = {}): Promise<Inspection> {
  const format = detectFormat(bytes)
  const decoded = BINARY.includes(format) || (format === 'unknown' && unreadableKind(bytes) !== null) ? null : decodeText(bytes)
  const part = await inspectContent(format, bytes, decoded?.text ?? '', opensContainers, options).catch((error: unknown): Part => {
    // A reader that gives up says so like any other defect of the file.
    return { findings: [finding('file/unreadable', error instanceof Error ? error.message : String(error))] }
  })
  const guess =
    decoded !== null && !decoded.sure
      ? [finding('text/encoding-guessed', `The encoding is taken to be ${decoded.encoding}; the file does not prove it.`)]
      : []
  return {
    file: name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: decoded?.encoding ?? null,
    format,
    delimiters: part.delimiters ?? null,
    counts: part.counts ?? { ...NO_COUNTS, documents: part.documents?.length ?? null },
    documents: part.documents ?? [],
    tables: part.tables ?? [],
    findings: [...guess, ...(part.findings ?? [])],
  }
}

async function inspectContent(
  format: Format,
  bytes: Uint8Array,
  text: string,
  opensContainers: boolean,
  { lockboxProfiles }: InspectOptions,
): Promise<Part> {
  switch (format) {
    case 'x12':
      return inspectX12(bytes)
    case 'edifact':
      return inspectEdifact(bytes)
    case 'bai2':
      return inspectBai2(bytes)
    case 'lockbox':
      return inspectLockbox(bytes, lockboxProfiles)
    case 'mt940':
      return inspectMt940(bytes)
    case 'camt053':
    case 'camt054':
      return inspectCamt(bytes)
    case 'amazon-json':
      return inspectAmazon(bytes)
    case 'idoc-xml':
    case 'idoc-flat':
      return inspectIdoc(text, format === 'idoc-xml')
    case 'odata-json':
      return inspectOdata(bytes)
    case 'csv':
    case 'sap-list':
      return inspectListText(text, '')
    case 'xlsx':
      return inspectWorkbook(bytes)
    case 'pdf':
      return inspectPdf(bytes)
    case 'text':
      return inspectFreeText(text)
    case 'eml':
    case 'msg':
      return inspectMail(bytes, format, opensContainers)
    case 'zip':
      return inspectArchive(bytes, opensContainers)
    case 'image':
      return { findings: [finding('image/needs-reading', 'The file is a picture; a person has to read it.')] }
    case 'unknown':
      return { findings: [unknown(bytes)] }
    default:
      return { findings: [finding('file/not-inspected', `The file is recognised as ${format}; what it holds is not shown yet.`)] }
  }
}

async function inspectWorkbook(bytes: Uint8Array): Promise<Part> {
  const { tables, problems } = await readWorkbook(bytes)
  const inspection = inspectTables(tables, true)
  return { ...inspection, findings: [...problems, ...inspection.findings] }
}

async function inspectMail(bytes: Uint8Array, format: 'eml' | 'msg', opensContainers: boolean): Promise<Part> {
  const { mail, problems } = await (format === 'msg' ? readMsg(bytes) : readMail(bytes))
  if (mail === null) return { findings: problems }
  const document = textDocument([[mail.subject, ...mail.text.split('\n')]], 'mail')
  document.number = mail.messageId
  document.sender = mail.from
  document.receiver = mail.to[0] ?? null
  document.date = mail.sentAt === null ? null : mail.sentAt.toISOString().slice(0, 10)
  const inside = await inspectInside(
    mail.attachments.map((file) => ({ path: file.name, bytes: file.bytes })),
    'attachment',
    opensContainers,
  )
  return {
    documents: [document, ...(inside.documents ?? [])],
    tables: inside.tables ?? [],
    findings: [...problems, ...(inside.findings ?? [])],
  }
}

async function inspectArchive(bytes: Uint8Array, opensContainers: boolean): Promise<Part> {
  if (!opensContainers) return { findings: [finding('zip/nested', 'An archive inside an archive is not opened.')] }
  const { files, problems } = await readZip(bytes)
  const inside = await inspectInside(files, 'entry', opensContainers)
  return { ...inside, findings: [...problems, ...(inside.findings ?? [])] }
}

/** The files of a mail or archive; their findings say in which of them they stand. */
async function inspectInside(files: readonly { path: string; bytes: Uint8Array }[], what: string, isOpen: boolean): Promise<Part> {
  const whole: Required<Pick<Part, 'documents' | 'tables' | 'findings'>> = { documents: [], tables: [], findings: [] }
  for (const file of isOpen ? files.slice(0, INSIDE_MAX) : []) {
    const inspection = await inspectAt(file.path, file.bytes, false)
    whole.documents.push(...inspection.documents)
    whole.tables.push(
      ...inspection.tables.map((table) => ({ ...table, name: table.name === '' ? file.path : `${file.path} ${table.name}` })),
    )
    whole.findings.push(...inspection.findings.map((found) => ({ ...found, position: `${what} ${file.path} ${found.position}` })))
  }
  if (files.length > INSIDE_MAX)
    whole.findings.push(finding('file/not-inspected', `Only the first ${INSIDE_MAX} of ${files.length} files are shown.`))
  return whole
}

const UNKNOWN: Readonly<Record<NonNullable<ReturnType<typeof unreadableKind>>, [code: string, message: string]>> = {
  ole: ['file/old-office', 'The file is an old Office file; save it as XLSX or CSV.'],
  'ole-encrypted': ['file/encrypted', 'The workbook is protected by a password; save it without.'],
  office: ['file/office', 'The file is a text or presentation; save it as PDF.'],
  tnef: ['file/tnef', 'The mail was packed by Outlook (winmail.dat); ask the sender for the files themselves.'],
  compressed: ['file/compressed', 'The file is compressed in a way that is not opened; send it as ZIP or as it is.'],
  xml: ['file/unknown-xml', 'The file is XML of a kind that is not read.'],
  html: ['file/html', 'The file is a web page; save the table as XLSX or CSV.'],
  json: ['file/unknown-json', 'The file is JSON of a kind that is not read.'],
  empty: ['file/empty', 'The file is empty.'],
  binary: ['file/binary', 'The file is neither text nor a format that is read.'],
}

function unknown(bytes: Uint8Array): ReturnType<typeof finding> {
  const kind = unreadableKind(bytes)
  if (kind === null) return finding('file/not-edi', 'The file is text, but neither EDI nor any other format that is read.')
  const [code, message] = UNKNOWN[kind]
  return finding(code, message)
}
