import type { DateOrder } from '@/core/date-order'
import type { Problem } from '@/core/problem'
import { tableFingerprint } from '../mapping/column-keys'
import type { JsonValue, ReadFile, StagedRow } from '../staged-row'
import type { LongTable, Table, TableEnd, TableRow } from '../table'
import { type ListFacts, ListSurvey } from './decide-dialects'
import { differingTotal, type ListEnd, openEnd, unmatched } from './list-end'
import { OpenDatesLook } from './open-dates'
import type { ColumnDialects } from './read-cell'
import { FieldReader, type FieldRow, type GivenValues, type ReadingTerms, SurpriseInRows } from './read-fields'
import { type MatchedShape, matchShape, type TableShape } from './table-shape'

export type StagedValues = { [field: string]: JsonValue }

/** Where the list came from: the customer its folder names, if any, and the file's name. Hints, never facts. */
export type ListSource = { customerHint: string | null; fileName: string }

/** All that is known when lines are grouped; the table is without its rows. */
export type ListContext = { table: Table; matched: MatchedShape; facts: ListFacts; source: ListSource }

/** A list reader: the shape it recognises, the kind of row it stages, and what it changes on the way. */
export type ListReader = {
  rowKind: string
  shape: TableShape
  /** Adds to or changes the values of a row. */
  finish?: (row: FieldRow) => StagedValues
  /** Instead: what is staged of a row; the table is without its rows. */
  stageRow?: (row: FieldRow, facts: ListFacts, source: ListSource, table: Table) => StagedRow
  /** Instead, for documents of several lines: what is staged of all rows, which then stand in memory together. */
  stage?: (rows: readonly FieldRow[], context: ListContext) => StagedRow[]
  /** The total that stands above the header, as decimal text. */
  statedTotal?: (table: Table) => string | null
}

/** Takes rows on. */
export type RowTaker = {
  add: (row: StagedRow) => void
  reject: (rejected: ReadFile['rejected'][number]) => void
  /** Waits until the rows before have gone further. */
  room: () => Promise<void>
}

/** Takes rows on that may be taken back. */
export type RevocableTaker = RowTaker & {
  /** True before the first row. */
  isEmpty: () => boolean
  /** Takes back all rows so far. */
  withdraw: () => void
}

/** Reads a table in memory by the shape of its reader; `order` is how its sender writes dates, where the values leave it open. */
export function readList(reader: ListReader, table: Table, source: ListSource, order: DateOrder | null = null): ReadFile & ListEnd {
  const rows: StagedRow[] = []
  const rejected: ReadFile['rejected'] = []
  const matched = matchShape(table, reader.shape)
  if (matched === null) return { ...unmatched(reader.shape, table), rows, rejected }
  const survey = new ListSurvey(matched, order)
  survey.observe(table.rows)
  const facts = survey.decide()
  if (facts.openDates.length > 0) {
    const look = new OpenDatesLook(table, matched, facts)
    look.observe(table.rows)
    return { ...openEnd(reader.shape, table, look.end()), rows, rejected }
  }
  const into = { add: (row: StagedRow) => void rows.push(row), reject: (row: Rejected) => void rejected.push(row) }
  const list = new ListRows(reader, { ...table, rows: [] }, matched, facts, source, into)
  list.take(table.rows)
  return { ...list.end(table), rows, rejected }
}

/**
 * Reads a table of any length by the shape of its reader. How its columns write numbers and dates is taken from the first rows;
 * when a later one proves otherwise, all of them are asked and the table is read again, so that what comes out never depends on it.
 * `order` is how its sender writes dates, where the values leave it open; without it the list waits then.
 */
export async function readLongList(
  reader: ListReader,
  table: LongTable,
  source: ListSource,
  into: RevocableTaker,
  order: DateOrder | null = null,
): Promise<ListEnd> {
  const { top } = table
  const matched = matchShape(top, reader.shape)
  if (matched === null) return unmatched(reader.shape, top)
  // Rows of another table before cannot be taken back.
  const quick = into.isEmpty() ? await readByFirstRows(reader, table, matched, source, into) : null
  if (quick !== null) return quick
  const survey = new ListSurvey(matched, order)
  await table.read((rows) => survey.observe(rows))
  const facts = survey.decide()
  if (facts.openDates.length > 0) {
    const look = new OpenDatesLook(top, matched, facts)
    await table.read((rows) => look.observe(rows))
    return openEnd(reader.shape, top, look.end())
  }
  const list = new ListRows(reader, top, matched, facts, source, into)
  return list.end(await readRows(table, list, into))
}

async function readByFirstRows(
  reader: ListReader,
  table: LongTable,
  matched: MatchedShape,
  source: ListSource,
  into: RevocableTaker,
): Promise<ListEnd | null> {
  const survey = new ListSurvey(matched)
  survey.observe(table.sample)
  const facts = survey.decide()
  // What a later row says about dates that are open so far cannot be told from the row alone.
  if ([...facts.dialects.values()].some(({ dates }) => dates === 'ambiguous')) return null
  const list = new ListRows(reader, table.top, matched, facts, source, into, { survey })
  try {
    return list.end(await readRows(table, list, into))
  } catch (error) {
    if (!(error instanceof SurpriseInRows)) throw error
    into.withdraw()
    return null
  }
}

/** What a person said about the columns of a table, instead of what its titles and values say by themselves. */
export type GivenReading = GivenValues & {
  /** Index of the column by field. */
  columns: ReadonlyMap<string, number>
  dialects: ReadonlyMap<string, ColumnDialects>
  /** Nobody looks: a table whose values prove another way of reading than was said is not read. */
  stopsAtDoubt: boolean
}

/** Reads a table of any length as a person mapped its columns. Waits when it stops at doubt. */
export async function readGivenList(
  reader: ListReader,
  table: LongTable,
  source: ListSource,
  into: RowTaker,
  given: GivenReading,
): Promise<ListEnd> {
  const { top } = table
  const matched = { shape: reader.shape, columns: given.columns }
  const survey = new ListSurvey(matched)
  await table.read((rows) => survey.observe(rows))
  const { facts, contradicted } = survey.decideAsSaid(given.dialects)
  if (given.stopsAtDoubt && contradicted.length > 0) return { ...unmatched(reader.shape, top), waiting: 'intake/mapping-contradicted' }
  const list = new ListRows(reader, top, matched, facts, source, into, { given })
  return list.end(await readRows(table, list, into))
}

async function readRows(table: LongTable, list: ListRows, into: RowTaker): Promise<TableEnd> {
  const end = await table.read(async (rows) => {
    list.take(rows)
    await into.room()
  })
  list.checkSigns()
  return end
}

type Rejected = ReadFile['rejected'][number]

/** The rows of one list on their way: one staged row per line, unless the reader groups them. */
class ListRows {
  readonly #reader: ListReader
  readonly #context: ListContext
  readonly #into: Pick<RowTaker, 'add' | 'reject'>
  readonly #survey: ListSurvey | null
  readonly #fields: FieldReader
  readonly #grouped: FieldRow[] = []

  constructor(
    reader: ListReader,
    table: Table,
    matched: MatchedShape,
    facts: ListFacts,
    source: ListSource,
    into: Pick<RowTaker, 'add' | 'reject'>,
    terms: ReadingTerms = {},
  ) {
    this.#survey = terms.survey ?? null
    this.#reader = reader
    this.#context = { table, matched, facts, source }
    this.#into = into
    this.#fields = new FieldReader(matched, facts.dialects, table.name === '' ? null : table.name, terms)
  }

  take(rows: readonly TableRow[]): void {
    for (const row of rows) {
      const read = this.#fields.read(row)
      if ('rejected' in read) this.#into.reject(read.rejected)
      else if (this.#reader.stage) this.#grouped.push(read)
      else this.#into.add(this.#staged(read))
    }
  }

  /** Whether amounts are mostly negative was assumed by the first rows, too. */
  checkSigns(): void {
    if (this.#survey && this.#reader.stageRow && this.#fields.isMostlyNegative !== this.#context.facts.isMostlyNegative)
      throw new SurpriseInRows('amounts')
  }

  end(end: TableEnd): ListEnd {
    const { shape, stage, statedTotal } = this.#reader
    const { table, facts } = this.#context
    const context = { ...this.#context, table: { ...table, totals: end.totals } }
    if (stage) for (const row of stage(this.#grouped, context)) this.#into.add(row)
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

/** The values with the folder's customer, unless the row names its customer itself. */
export function withHint(values: StagedValues, source: ListSource): StagedValues {
  const isNamed = values['account'] != null || values['customerHint'] != null
  return isNamed || source.customerHint === null ? values : { ...values, customerHint: source.customerHint }
}
