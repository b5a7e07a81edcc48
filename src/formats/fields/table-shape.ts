import type { Table } from '../table'
import { matchTitles, type Titles } from './match-titles'

/**
 * How a cell is read: 'amount' becomes minor units, 'price' micros of the major unit, 'quantity' and 'whole' an integer,
 * 'percent' parts per million, 'date' YYYY-MM-DD; 'text' and 'id' stay as they stand.
 */
export type FieldKind = 'text' | 'id' | 'amount' | 'price' | 'quantity' | 'whole' | 'percent' | 'date'

/** `column`: without it the table is none of these. `value`: the column must be there and a row without it is refused. */
export type Field = { titles: Titles; as: FieldKind; needs?: 'column' | 'value' }

/** What one kind of table looks like: its columns by meaning. The names of the fields are the names of the values staged. */
export type TableShape = {
  /** Kind of the file: 'portal-claims', 'sap-vf05' … */
  kind: string
  fields: Readonly<Record<string, Field>>
  /** Any one of these columns must be there as well. */
  oneOf?: readonly string[]
  /** The field whose sum the file's own total is compared with. */
  totalField?: string
  /** The field that names the currency; without it amounts have two decimals. */
  currencyField?: string
  /** SAP knows no day-first dates with slashes. */
  datesAreSap?: boolean
}

export type MatchedShape = { shape: TableShape; columns: ReadonlyMap<string, number> }

/** The columns of the table by the meanings of the shape; null when a column that the kind cannot do without is missing. */
export function matchShape(table: Table, shape: TableShape): MatchedShape | null {
  const titles = Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, field.titles]))
  const columns = matchTitles(table, titles)
  const isWhole = Object.entries(shape.fields).every(([name, field]) => field.needs === undefined || columns.has(name))
  if (!isWhole || (shape.oneOf !== undefined && !shape.oneOf.some((name) => columns.has(name)))) return null
  return { shape, columns }
}

/** Of all shapes that fit, the one that explains most columns; of equals the one that misses least. */
export function recogniseShape(table: Table, shapes: readonly TableShape[]): MatchedShape | null {
  let best: MatchedShape | null = null
  for (const shape of shapes) {
    const matched = matchShape(table, shape)
    if (matched !== null && (best === null || isBetter(matched, best))) best = matched
  }
  return best
}

function isBetter(a: MatchedShape, b: MatchedShape): boolean {
  if (a.columns.size !== b.columns.size) return a.columns.size > b.columns.size
  return Object.keys(a.shape.fields).length < Object.keys(b.shape.fields).length
}
