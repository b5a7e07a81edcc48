import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportReport } from '@/features/file-intake/queries/find-import-report'

type Fault = { fault: string; invoice?: string; claimNo?: string }
type Finding = ImportReport['findings'][number]

/** What an inbox with planted faults came to: files not taken over whole, faults that nothing reports, findings that no fault explains. */
export type FaultComparison = {
  unread: { file: string; status: string; rows: ImportReport['rows'] }[]
  silent: (Fault & { path: string })[]
  unexplained: (Finding & { file: string })[]
  planted: number
}

/** Which finding reports which fault. A payment sent twice is reported by the rows it did not add. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  byteOrderMark: ['byte-order-mark'],
  interchangeTwice: ['interchange-repeated'],
  wrongSegmentCount: ['segment-count-differs'],
  wrongGroupCount: ['group-count-differs'],
  totalOff: ['table/total-differs', 'remittance/does-not-balance', 'total-differs'],
  remittanceResent: [],
  invoiceReference: ['reference/respelt', 'reference/unknown-invoice'],
  claimReference: ['reference/respelt', 'reference/unknown-invoice', 'reference/unknown-order', 'reference/invoice-of-other-order'],
}

const kindOf = (fault: Fault) => fault.fault.split(':')[0] ?? ''
const bare = (number: string) => number.replace(/^0+/, '')

/** Compares the report of an import with what the generator wrote down (`truth/import.jsonl`) about the inbox of a company. */
export function compareFaults(company: string, batches: readonly ImportReport[]): FaultComparison {
  const byPath = new Map(batches.map((batch) => [batch.file, batch]))
  const planted = readFaults(company, readDeductions(company))
  const all = [...planted.values()].flat()
  const silent = [...planted].flatMap(([path, faults]) =>
    faults
      .filter((fault) => !isReported(fault, byPath.get(path)) && !isReportedElsewhere(fault, batches))
      .map((fault) => ({ path, ...fault })),
  )
  // A reference is named once in the truth, at the payment, however often and wherever it is written: claims repeat it, one with a typo.
  const references = [...planted].flatMap(([path, faults]) =>
    faults.flatMap(({ invoice }) => (invoice === undefined ? [] : [{ number: bare(invoice), customer: customerOf(path) }])),
  )
  const numbers = new Set(references.map(({ number }) => number))
  const isRepeated = (file: string, { code, message }: Finding) =>
    numbersIn(message).some((number) =>
      code === 'reference/respelt'
        ? numbers.has(bare(number))
        : // One wrong digit leads to no invoice, or to that of another order.
          ['reference/unknown-invoice', 'reference/invoice-of-other-order'].includes(code) &&
          references.some((other) => other.customer === customerOf(file) && differsInOnePlace(other.number, number)),
    )
  return {
    unread: batches
      .filter(({ status, rows: { read, accepted, duplicate, blank } }) => status !== 'done' || read !== accepted + duplicate + blank)
      .map(({ file, status, rows }) => ({ file, status, rows })),
    silent,
    unexplained: batches.flatMap(({ file, findings }) => {
      const codes = (planted.get(file) ?? []).flatMap((fault) => CODES[kindOf(fault)] ?? [])
      return findings
        .filter((finding) => !codes.includes(finding.code) && !isRepeated(file, finding))
        .map((finding) => ({ file, ...finding }))
    }),
    planted: all.length,
  }
}

const customerOf = (path: string) => path.split('/').at(-2) ?? ''
const numbersIn = (text: string) => text.match(/\d{5,}/g) ?? []

function differsInOnePlace(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length === 1
}

/** Where claims come apart from their payment, the reference stands there only. */
function isReportedElsewhere({ fault, invoice }: Fault, batches: readonly ImportReport[]): boolean {
  if (invoice === undefined || !fault.startsWith('invoiceReference:')) return false
  return batches.some(({ findings }) =>
    findings.some(({ code, message }) => code === 'reference/respelt' && message.includes(bare(invoice))),
  )
}

function readFaults(company: string, deductions: readonly Deduction[]): Map<string, Fault[]> {
  const faults = new Map<string, Fault[]>()
  // Claims that name neither order nor invoice: a reference that is not written cannot be written wrong.
  const silentClaims = new Set(
    deductions.flatMap(({ claimNo, linkedDocs: { po, invoice } }) => (claimNo && !po && !invoice ? [claimNo] : [])),
  )
  for (const line of readFileSync(join(company, 'truth/import.jsonl'), 'utf8').trim().split('\n')) {
    const told = JSON.parse(line) as { path: string; faults?: Fault[]; planted?: Fault & { file: string } }
    const path = (told.planted?.file ?? told.path).replace(/^inbox\//, '')
    const isThere = (fault: Fault) =>
      kindOf(fault) === 'remittanceResent' ? isInterchangeOfX12(join(company, 'inbox', path)) : !silentClaims.has(fault.claimNo ?? '')
    const all = [...(told.faults ?? []), ...(told.planted ? [told.planted] : [])].filter(isThere)
    faults.set(path, [...(faults.get(path) ?? []), ...all])
  }
  return faults
}

/** Only the writer of 820s sends a payment twice; the others write the same file over itself. */
function isInterchangeOfX12(path: string): boolean {
  return readFileSync(path, 'latin1').slice(0, 200).includes('ISA')
}

type Deduction = { claimNo: string | null; linkedDocs: { po: string | null; invoice: string | null } }

function readDeductions(company: string): Deduction[] {
  const lines = readFileSync(join(company, 'truth/deductions.jsonl'), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Deduction)
}

function isReported(fault: Fault, batch: ImportReport | undefined): boolean {
  if (batch === undefined) return false
  if (kindOf(fault) === 'remittanceResent') return batch.rows.duplicate > 0
  const found = batch.findings.filter(({ code }) => CODES[kindOf(fault)]?.includes(code))
  const invoice = fault.invoice === undefined ? undefined : bare(fault.invoice)
  if (invoice === undefined || fault.fault.endsWith('typo')) return found.length > 0
  return found.some(({ message }) => message.includes(invoice))
}
