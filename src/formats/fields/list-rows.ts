import type { Problem } from '@/core/problem'
import { tableFingerprint } from '../mapping/column-keys'
import type { StagedRow } from '../staged-row'
import type { Table, TableEnd, TableRow } from '../table'
import type { ListFacts, ListSurvey } from './decide-dialects'
import { type LastRows, LineKeys, OpenDocuments } from './group-lines'
import { differingTotal, type ListEnd } from './list-end'
import { type ListContext, type ListReader, type ListSource, type RowTaker, withHint } from './list-reader'
import { FieldReader, type FieldRow, type ReadingTerms, SurpriseInRows } from './read-fields'
import type { MatchedShape } from './table-shape'

/** The rows of one list on their way: one staged row per line, unless lines make documents. */
export class ListRows {
  readonly #reader: ListReader
  readonly #context: ListContext
  readonly #into: Pick<RowTaker, 'add' | 'reject'>
  readonly #survey: ListSurvey | null
  readonly #fields: FieldReader
  readonly #documents: OpenDocuments | null

  constructor(
    reader: ListReader,
    table: Table,
    matched: MatchedShape,
    facts: ListFacts,
    source: ListSource,
    into: Pick<RowTaker, 'add' | 'reject'>,
    terms: ReadingTerms,
    lastRows: LastRows,
  ) {
    const { documents } = reader
    this.#survey = terms.survey ?? null
    this.#reader = reader
    this.#context = { table, matched, facts, source, isOnly: false }
    this.#documents = documents ? new OpenDocuments(new LineKeys(documents, table, matched, terms.given?.constants), lastRows) : null
    this.#into = into
    this.#fields = new FieldReader(matched, facts.dialects, table.name === '' ? null : table.name, terms)
  }

  take(rows: readonly TableRow[]): void {
    for (const row of rows) {
      const read = this.#fields.read(row)
      if ('rejected' in read) this.#into.reject(read.rejected)
      if (this.#documents !== null) {
        const lines = this.#documents.add(row, 'rejected' in read ? null : read)
        if (lines !== null) this.#addDocument(lines, this.#context)
      } else if (!('rejected' in read)) this.#into.add(this.#staged(read))
    }
  }

  #addDocument(lines: readonly FieldRow[], context: ListContext): void {
    if (lines.length > 0) for (const row of this.#reader.documents?.stage(lines, context) ?? []) this.#into.add(row)
  }

  /** Whether amounts are mostly negative was assumed by the first rows, too. */
  checkSigns(): void {
    if (this.#survey && this.#reader.stageRow && this.#fields.isMostlyNegative !== this.#context.facts.isMostlyNegative)
      throw new SurpriseInRows('amounts')
  }

  end(end: TableEnd): ListEnd {
    const { shape, statedTotal } = this.#reader
    const { table, facts } = this.#context
    if (this.#documents !== null) {
      const { documents, isOnly } = this.#documents.end()
      for (const lines of documents) this.#addDocument(lines, { ...this.#context, table: { ...table, totals: end.totals }, isOnly })
    }
    const problems: Problem[] = []
    for (const problem of end.problems) {
      // Lines that could not be cut into cells are rows all the same.
      if (problem.code === MISALIGNED) this.#into.reject({ position: problem.position, text: '', problem })
      else problems.push(problem)
    }
    const totals = this.#fields.totals(end, statedTotal?.(table) ?? null)
    problems.push(...differingTotal(totals))
    const { provenOrder: order } = this.#survey?.decide() ?? facts
    const provenDates = order === null ? null : { order, fingerprint: tableFingerprint(table) }
    return { kind: shape.kind, blank: end.blankRows, problems, totals, sums: this.#fields.sums(totals), provenDates }
  }

  #staged(row: FieldRow): StagedRow {
    const { facts, source, table } = this.#context
    const { rowKind, stageRow, finish } = this.#reader
    if (stageRow) return stageRow(row, facts, source, table)
    const values = finish ? { ...row.values, ...finish(row) } : row.values
    return { kind: rowKind, position: row.position, values: withHint(values, source) }
  }
}

const MISALIGNED = 'sap/misaligned-row'
