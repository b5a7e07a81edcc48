import { type BankStatement, statementBalance, statementTurnover } from '@/formats/bank/bank-statement'
import { readBai2 } from '@/formats/bank/read-bai2'
import { readCamt } from '@/formats/bank/read-camt'
import { readMt940 } from '@/formats/bank/read-mt940'
import { isZeroDecimal, negateDecimal, sumDecimals } from '@/formats/decimal-text'

/** What the readers get out of a BAI2 file, in the words of the sample expectations. */
export function bai2Facts(bytes: Uint8Array): Record<string, unknown> {
  const { statements, groups, physicalRecords } = readBai2(bytes)
  const entries = statements.flatMap((statement) => statement.entries)
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  return {
    groups,
    accounts: statements.length,
    transactions: entries.length,
    physical_records: physicalRecords,
    continuations: lines.filter((line) => line.startsWith('88,')).length,
    credits: sumDecimals(statements.map((statement) => statementTurnover(statement).credits)),
    debits: sumDecimals(statements.map((statement) => statementTurnover(statement).debits)),
    account: statements[0]?.account,
    currency: statements[0]?.currency,
    lockbox_text: entries.find((entry) => entry.code === '115' && entry.text !== '')?.text,
  }
}

/** What the readers get out of an MT940 file, in the words of the sample expectations. */
export function mt940Facts(bytes: Uint8Array): Record<string, unknown> {
  const { statements } = readMt940(bytes)
  const counts = statements.map((statement) => statement.entries.length)
  const balances = statements.map((statement) => isZeroDecimal(statementBalance(statement)?.difference ?? '1'))
  const all = (values: (string | null)[]) => values
  const net = statements.map((statement) => statementTurnover(statement).net)
  return {
    statements: statements.length,
    transactions: { each: counts, sum: counts.reduce((sum, count) => sum + count, 0) },
    account: statements[0]?.account,
    opening: { each: all(statements.map(({ opening }) => opening)), first: statements[0]?.opening },
    closing: { each: all(statements.map(({ closing }) => closing)), last: statements.at(-1)?.closing },
    net: { each: net, only: net[0] },
    every_statement_balances: balances.every(Boolean),
    balances: balances.every(Boolean),
    balance_check: balances.some(Boolean) ? 'some balance' : 'fails in both',
    currencies: statements.map(({ currency }) => currency),
  }
}

/** What the readers get out of a CAMT file, in the words of the sample expectations. */
export function camtFacts(bytes: Uint8Array): Record<string, unknown> {
  const { statements, namespace } = readCamt(bytes)
  const [entry] = statements[0]?.entries ?? []
  const each = (read: (statement: BankStatement) => unknown) => ({ each: statements.map(read), only: statements[0] && read(statements[0]) })
  return {
    statements: statements.length,
    notifications: statements.length,
    entries: each((statement) => statement.entries.length),
    net: each((statement) => statementTurnover(statement).net),
    opening: each(({ opening }) => opening),
    closing: each(({ closing }) => closing),
    iban: statements[0]?.account,
    namespace: namespace?.split(':').at(-1),
    amount_scale: entry?.amount.split('.')[1]?.length,
    balance_currencies: [
      ...new Set(
        [
          ...Buffer.from(bytes)
            .toString()
            .matchAll(/<Bal>[^]*?Ccy="(\w{3})"/g),
        ].map((match) => match[1]),
      ),
    ],
    entry_amount: entry && (entry.direction === 'debit' ? negateDecimal(entry.amount) : entry.amount),
    details: entry?.details.length,
    detail_amounts: entry?.details.map((detail) => detail.amount),
  }
}
