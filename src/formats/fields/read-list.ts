import type { DateOrder } from '@/core/date-order'
import type { ReadFile, StagedRow } from '../staged-row'
import type { LongTable, Table, TableEnd } from '../table'
import { ListSurvey } from './decide-dialects'
import { type LastRows, LineKeys } from './group-lines'
import { type ListEnd, openEnd, unmatched } from './list-end'
import type { ListReader, ListSource, RevocableTaker, RowTaker } from './list-reader'
import { ListRows } from './list-rows'
import { OpenDatesLook } from './open-dates'
import type { ColumnDialects } from './read-cell'
import { type GivenValues, SurpriseInRows } from './read-fields'
import { type MatchedShape, matchShape } from './table-shape'

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
  const into = { add: (row: StagedRow) => void rows.push(row), reject: (row: ReadFile['rejected'][number]) => void rejected.push(row) }
  const list = new ListRows(reader, { ...table, rows: [] }, matched, facts, source, into, {}, null)
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
  const lastRows = await lastRowsOf(reader, table, matched)
  // Rows of another table before cannot be taken back.
  const quick = into.isEmpty() ? await readByFirstRows(reader, table, matched, source, into, lastRows) : null
  if (quick !== null) return quick
  const survey = new ListSurvey(matched, order)
  await table.read((rows) => survey.observe(rows))
  const facts = survey.decide()
  if (facts.openDates.length > 0) {
    const look = new OpenDatesLook(top, matched, facts)
    await table.read((rows) => look.observe(rows))
    return openEnd(reader.shape, top, look.end())
  }
  const list = new ListRows(reader, top, matched, facts, source, into, {}, lastRows)
  return list.end(await readRows(table, list, into))
}

async function lastRowsOf({ documents }: ListReader, table: LongTable, matched: MatchedShape, given?: GivenReading): Promise<LastRows> {
  return documents === undefined ? null : new LineKeys(documents, table.top, matched, given?.constants).lastRows(table)
}

async function readByFirstRows(
  reader: ListReader,
  table: LongTable,
  matched: MatchedShape,
  source: ListSource,
  into: RevocableTaker,
  lastRows: LastRows,
): Promise<ListEnd | null> {
  const survey = new ListSurvey(matched)
  survey.observe(table.sample)
  const facts = survey.decide()
  // What a later row says about dates that are open so far cannot be told from the row alone.
  if ([...facts.dialects.values()].some(({ dates }) => dates === 'ambiguous')) return null
  const list = new ListRows(reader, table.top, matched, facts, source, into, { survey }, lastRows)
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
  const list = new ListRows(reader, top, matched, facts, source, into, { given }, await lastRowsOf(reader, table, matched, given))
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
