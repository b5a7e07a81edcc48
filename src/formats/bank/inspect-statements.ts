import { adjustmentsOf } from '@/formats/inspect-paid-documents'
import { emptyDocument, type InspectedDocument, type Inspection } from '@/formats/inspection'
import { type BankFile, type BankStatement, statementBalance, statementTurnover } from './bank-statement'

/** The statements of any bank file as documents: account as receiver, bank as sender, payers' references as traces. */
export function inspectStatements(file: BankFile, kind: string): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const rows = file.statements.reduce((sum, statement) => sum + statement.entries.length, 0)
  return {
    delimiters: null,
    counts: { interchanges: null, groups: null, documents: file.statements.length, segments: null, rows },
    documents: file.statements.map((statement) => inspectStatement(statement, kind)),
    findings: [...file.problems],
  }
}

function inspectStatement(statement: BankStatement, kind: string): InspectedDocument {
  const document = emptyDocument(kind)
  const { credits, debits, net } = statementTurnover(statement)
  const details = statement.entries.flatMap((entry) => entry.details)
  const documents = details.flatMap((detail) => detail.documents)
  const traces = statement.entries.flatMap((entry) => [entry.customerReference, ...entry.details.map((detail) => detail.reference)])
  return {
    ...document,
    number: statement.number,
    date: statement.day,
    sender: statement.bank,
    receiver: statement.account,
    control: statement.number,
    currency: statement.currency,
    lines: statement.entries.length,
    amounts: { ...document.amounts, total: net, opening: statement.opening, closing: statement.closing, credits, debits },
    references: {
      ...document.references,
      trace: distinct(traces),
      invoice: distinct(documents.map(({ number }) => number)),
      po: distinct(documents.map(({ poNumber }) => poNumber)),
    },
    adjustments: documents.flatMap(adjustmentsOf),
    balance: statementBalance(statement),
  }
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}
