import { absoluteDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import { adjustmentsOf } from '@/formats/inspect-paid-documents'
import { emptyDocument, type InspectedDocument, type Inspection } from '@/formats/inspection'
import type { BankEntry, BankStatement } from './bank-statement'
import type { LockboxProfile } from './lockbox-profile'
import { readLockbox } from './read-lockbox'

/** What a lockbox file holds, one document per cheque; a cheque that its invoices do not add up to has a difference. */
export function inspectLockbox(
  bytes: Uint8Array,
  profiles: readonly LockboxProfile[] = [],
): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const { statements, problems, records } = readLockbox(bytes, profiles)
  const documents = statements.flatMap((statement) => statement.entries.map((entry) => inspectCheck(statement, entry)))
  return {
    delimiters: null,
    counts: { interchanges: null, groups: statements.length, documents: documents.length, segments: records, rows: documents.length },
    documents,
    findings: [...problems],
  }
}

function inspectCheck(statement: BankStatement, entry: BankEntry): InspectedDocument {
  const document = emptyDocument('lockbox-check')
  const paid = entry.details.flatMap((detail) => detail.documents)
  const amounts = paid.map((each) => (each.kind === 'credit-note' ? subtractDecimals('0', each.paid ?? '0') : (each.paid ?? '0')))
  const isListed = paid.length > 0 && paid.every((each) => each.paid !== null)
  const computed = isListed ? sumDecimals(amounts) : null
  const adjustments = paid.flatMap(adjustmentsOf)
  return {
    ...document,
    number: entry.customerReference,
    date: entry.day,
    sender: entry.party,
    receiver: statement.account,
    control: statement.number,
    currency: entry.currency,
    lines: paid.length,
    amounts: {
      ...document.amounts,
      total: entry.amount,
      paid: computed,
      adjustments: adjustments.length === 0 ? null : absoluteDecimal(sumDecimals(adjustments.map(({ amount }) => amount))),
    },
    references: {
      ...document.references,
      invoice: paid.flatMap(({ number }) => (number === null ? [] : [number])),
      trace: entry.customerReference === null ? [] : [entry.customerReference],
    },
    adjustments,
    balance: computed === null ? null : { stated: entry.amount, computed, difference: subtractDecimals(entry.amount, computed) },
  }
}
