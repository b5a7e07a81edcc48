import { decimal, sapAmerican, sapGerman } from './amounts'
import type { Day, StoryCalendar } from './calendar'
import type { Customer } from './customers'
import type { SapColumn, SapList } from './sap-columns'
import type { StoryFile } from './story-file'
import { csvRow, encoded } from './text'
import { workbookOf } from './workbook'

export type SapValue = string | number | bigint | null
type Company = Customer['companyCode']
const PAGE_ROWS = 60

/** Collects rows of one list per company and period and writes them the way each company exports: US list, German CSV, Chinese tab text. */
export class SapReport {
  private readonly pages = new Map<string, { company: Company; period: string; rows: SapValue[][] }>()
  private readonly list: SapList
  private readonly calendar: StoryCalendar

  constructor(list: SapList, calendar: StoryCalendar) {
    this.list = list
    this.calendar = calendar
  }

  add(company: Company, period: string, row: SapValue[]): void {
    const key = `${company}/${period}`
    const page = this.pages.get(key) ?? { company, period, rows: [] }
    page.rows.push(row)
    this.pages.set(key, page)
  }

  /** All files in order of company and period; `asWorkbook` names the one that somebody saved as XLSX. */
  async files(asWorkbook: string | null = null): Promise<StoryFile[]> {
    const keys = [...this.pages.keys()].sort()
    return Promise.all(keys.map((key) => this.file(key, asWorkbook)))
  }

  private async file(key: string, asWorkbook: string | null): Promise<StoryFile> {
    const page = this.pages.get(key)
    if (!page) throw new Error(`no page ${key}`)
    const { company, period, rows } = page
    const base = `sap/${this.list.name}_${company.toLowerCase()}_${period}`
    if (base === asWorkbook) return { path: `${base}.xlsx`, bytes: await this.workbook(rows) }
    if (company === 'US01') return { path: `${base}.txt`, bytes: encoded(this.american(rows)) }
    const titles = this.list.columns.map((column) => (company === 'DE01' ? column.de : column.cn))
    if (company === 'DE01') {
      const lines = [csvRow(titles, ';'), ...rows.map((row) => csvRow(this.cells(row, company), ';'))]
      return { path: `${base}.csv`, bytes: encoded(`${lines.join('\r\n')}\r\n`, 'win1252') }
    }
    const lines = [titles.join('\t'), ...rows.map((row) => this.cells(row, company).join('\t'))]
    return { path: `${base}.tsv`, bytes: encoded(`${lines.join('\r\n')}\r\n`, 'utf16le') }
  }

  private cells(row: readonly SapValue[], company: Company): string[] {
    return this.list.columns.map((column, index) => this.cell(row[index] ?? null, column, company))
  }

  private cell(value: SapValue, column: SapColumn, company: Company): string {
    if (value === null || value === '') return ''
    if (column.type === 'date') return this.dateText(Number(value), company)
    if (column.type === 'amount') return { US01: sapAmerican, DE01: sapGerman, CN01: decimal }[company](BigInt(value))
    return column.type === 'id' ? String(value).replace(/^0+(?=.)/, '') : String(value)
  }

  private dateText(day: Day, company: Company): string {
    return { US01: this.calendar.american, DE01: this.calendar.german, CN01: this.calendar.iso }[company](day)
  }

  /** An unconverted list: title, page heads every sixty rows, bars, rulers. */
  private american(rows: readonly SapValue[][]): string {
    const { columns, title } = this.list
    const ruler = '-'.repeat(columns.reduce((width, column) => width + column.width + 1, 1))
    const heads = `|${columns.map((column) => fitted(column.us, column, 'text')).join('|')}|`
    const head = (page: number) => [`${title.padEnd(60)} Page ${page}`, 'Company code US01', '', ruler, heads, ruler]
    const lines = rows.flatMap((row, index) => {
      const line = `|${this.cells(row, 'US01')
        .map((cell, position) => fitted(cell, columns[position], columns[position]?.type ?? 'text'))
        .join('|')}|`
      return index > 0 && index % PAGE_ROWS === 0 ? [ruler, '', ...head(index / PAGE_ROWS + 1), line] : [line]
    })
    return `${[...head(1), ...lines, ruler].join('\r\n')}\r\n`
  }

  private workbook(rows: readonly SapValue[][]): Promise<Uint8Array> {
    const cells = rows.map((row) =>
      this.list.columns.map((column, index) => {
        const value = row[index] ?? null
        if (value === null || value === '') return null
        if (column.type === 'date') return new Date(`${this.calendar.iso(Number(value))}T00:00:00Z`)
        if (column.type === 'amount') return Number(decimal(BigInt(value)))
        return column.type === 'number' ? Number(value) : this.cell(value, column, 'DE01')
      }),
    )
    return workbookOf(
      this.list.name.toUpperCase(),
      this.list.columns.map((column) => column.de),
      cells,
    )
  }
}

function fitted(text: string, column: SapColumn | undefined, type: SapColumn['type']): string {
  const width = column?.width ?? text.length
  return type === 'amount' || type === 'number' ? text.padStart(width).slice(0, width) : text.padEnd(width).slice(0, width)
}
