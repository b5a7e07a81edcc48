import { type ExportedVerdict, findExportedVerdicts } from '@/features/deductions/queries/find-exported-verdicts'
import type { CliCommand } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJsonLines } from '../output'

const PAPERS: Readonly<Record<string, string>> = {
  'proof-of-delivery': 'POD',
  'bill-of-lading': 'BOL',
  'ship-notice': 'ASN',
}

/** Every known deduction with its verdict, one JSON line each. */
export const verdicts: CliCommand = {
  name: 'verdicts',
  usage: '',
  summary: 'the verdict of every deduction, one JSON line each',
  async run() {
    const actor = await findCliActor(undefined)
    let after = 0
    for (;;) {
      const rows = await findExportedVerdicts(actor, after)
      const last = rows.at(-1)
      if (!last) return 0
      printJsonLines(rows.map(toLine))
      after = last.number
    }
  },
}

// Names as other programs know them: camelCase codes, papers by their abbreviations.
function toLine(row: ExportedVerdict) {
  return {
    claimNo: row.claimNo,
    customer: row.customer,
    remittance: row.remittance,
    cents: Number(row.cents),
    type: row.verdict === 'duplicate' ? 'duplicate' : camelCase(row.category),
    verdict: row.verdict,
    invalidCents: Number(row.recoverableMinor),
    confidence: row.verdict === 'undecided' || row.confidencePpm === null ? null : row.confidencePpm / 1_000_000,
    rootCause: row.rootCause === null ? null : camelCase(row.rootCause),
    links: { po: row.po, invoice: row.invoice, delivery: row.delivery, pod: row.pod },
    missing: row.missing.map((paper) => PAPERS[paper] ?? camelCase(paper)),
    dueDate: row.deadlineOn,
  }
}

function camelCase(code: string): string {
  return code.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
}
