import { detectDelimiter } from './csv/detect-delimiter'
import { readCsv } from './csv/read-csv'
import { absoluteDecimal, subtractDecimals, sumDecimals } from './decimal-text'
import { describeTable } from './describe-table'
import { emptyDocument, type InspectedDocument, type Inspection } from './inspection'
import { readBarList } from './sap/read-bar-list'
import { recogniseSapList, type SapList, sapCell } from './sap/recognise-sap-list'
import { rowPosition, type Table } from './table'
import { decideNumberDialect, readAmount } from './text/read-amount'

export type ListInspection = Pick<Inspection, 'counts' | 'documents' | 'tables' | 'findings'>

const FINDINGS_MAX = 1000
const REFERENCES_MAX = 5000

/** Inspects delimited text and SAP lists. */
export function inspectListText(text: string, name: string): ListInspection & Pick<Inspection, 'delimiters'> {
  const bars = readBarList(text, name)
  const element = bars === null ? detectDelimiter(text) : '|'
  const delimiters = element === null ? null : { element, component: null, repetition: null, terminator: lineEnd(text) }
  return { delimiters, ...inspectTables([bars ?? readCsv(text, { name })], false) }
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? 'CRLF' : text.includes('\n') || !text.includes('\r') ? 'LF' : 'CR'
}

/** Inspects the tables of a file; `areSheets` when each is a sheet of a workbook and positions name it. */
export function inspectTables(tables: readonly Table[], areSheets: boolean): ListInspection {
  const inspection: ListInspection = {
    counts: { interchanges: null, groups: null, documents: null, segments: null, rows: 0 },
    documents: [],
    tables: [],
    findings: [],
  }
  for (const table of tables) {
    const list = recogniseSapList(table)
    const sheet = areSheets ? table.name : null
    const described = describeTable(table, list, sheet)
    inspection.tables.push(described.table)
    inspection.findings.push(...table.problems.slice(0, FINDINGS_MAX), ...described.findings)
    inspection.counts.rows = (inspection.counts.rows ?? 0) + table.rows.length
    if (list !== null) inspection.documents.push(listDocument(table, list))
    if (table.rows.length === 0 && table.columns.length > 0)
      inspection.findings.push({
        position: rowPosition(sheet, table.headerRow),
        field: '',
        code: 'table/no-rows',
        message: 'There is a header and no row below it.',
      })
  }
  if (inspection.documents.length > 0) inspection.counts.documents = inspection.documents.length
  return inspection
}

const REFERENCES = {
  po: ['customerPo'],
  invoice: ['billingDocument'],
  delivery: ['delivery'],
  bol: ['billOfLading'],
  pro: ['pro'],
  item: ['material'],
} as const

/** An SAP list as one document: its kind, its rows as lines, the numbers that link it to others. */
function listDocument(table: Table, list: SapList): InspectedDocument {
  const document = emptyDocument(`sap-${list.kind}`)
  document.lines = table.rows.length
  for (const [kind, meanings] of Object.entries(REFERENCES)) {
    for (const meaning of meanings) document.references[kind as keyof typeof REFERENCES] = distinct(table, list, meaning)
  }
  const currencies = distinct(table, list, 'currency')
  document.currency = currencies.length === 1 ? (currencies[0] ?? null) : null
  if (currencies.length <= 1) addAmounts(table, list, document)
  return document
}

/** The sum of the values of a list in one currency against its total row; of line items also what raises and what lowers. */
function addAmounts(table: Table, list: SapList, document: InspectedDocument): void {
  const meaning = list.kind === 'fbl5n' ? 'amount' : 'netValue'
  const index = list.columns.get(meaning)
  if (index === undefined) return
  const cells = table.rows.map((row) => row.cells[index] ?? '')
  const dialect = decideNumberDialect(cells)
  const read = cells.map((cell) => readAmount(cell, dialect)).filter((amount) => amount !== null)
  if (read.length === 0) return
  const total = sumDecimals(read)
  document.amounts.total = total
  if (list.kind === 'fbl5n') {
    document.amounts.debits = sumDecimals(read.filter((amount) => !amount.startsWith('-')))
    document.amounts.credits = absoluteDecimal(sumDecimals(read.filter((amount) => amount.startsWith('-'))))
  }
  const stated = table.totals.map((totals) => readAmount(totals[index] ?? '', dialect)).findLast((amount) => amount !== null)
  if (stated != null) document.balance = { stated, computed: total, difference: subtractDecimals(stated, total) }
}

function distinct(table: Table, list: SapList, meaning: string): string[] {
  const values = new Set<string>()
  for (const row of table.rows) {
    const value = sapCell(list, row.cells, meaning)
    if (value !== '' && values.size < REFERENCES_MAX) values.add(value)
  }
  return [...values]
}
