import type { FieldKind, ListField, ListFields } from './list-conditions'

/** What a column of a list holds. 'deadline' is a day with the days left, 'instant' a moment, 'several' some values of a choice. */
export type ListColumnKind = FieldKind | 'deadline' | 'instant' | 'several'

export type ListColumn = {
  key: string
  kind: ListColumnKind
  /** Full key of its title among the messages. */
  title: string
  /** Where the words of its values stand among the messages: 'tasks.teams'. */
  words?: string
  /** The only values of a choice. */
  choices?: readonly string[]
  /** Whose names its values are, where they are not words: the reader's customers, or people. */
  named?: 'customers' | 'people' | 'currencies'
  /** Whether a row may have nothing there. */
  isOptional?: boolean
  /** What the list is sorted by when its address says this; without it the key of the column. */
  sort?: string
  /** Cannot be sorted by, or asked about in conditions. */
  isUnsorted?: boolean
  isUnasked?: boolean
  /** Hidden until somebody asks for it; or never a column: only asked about. */
  isQuiet?: boolean
  isField?: boolean
  /** Digits behind the point of a number that is kept as a whole one. */
  scale?: number
  look?: 'key' | 'clip' | 'wrap' | 'quiet'
  align?: 'right'
  hide?: 'narrow' | 'phone'
  /** A shape, and a hue where it is not that of the shape, in front of the word of a choice. */
  marks?: Readonly<Record<string, ListMark>>
}

export type ListMark = {
  shape: 'overdue' | 'due' | 'partly' | 'none' | 'ready' | 'fixed'
  tone?: 'over' | 'due' | 'risk' | 'done' | 'quiet' | 'second' | 'plain'
}

export type ListSort = { key: string; direction: 'asc' | 'desc' }

/** A list as data: what its columns are, what it can be asked, and how it comes. The SQL behind it stands with the queries. */
export type ListShape = {
  /** Its name in addresses of rows, exports and views. */
  key: string
  path: string
  /** Full keys of messages. */
  title: string
  empty: string
  /** What an empty list says hangs on the tab: its key follows. */
  isEmptyByTab?: boolean
  columns: readonly ListColumn[]
  /** Address of the page of a row, with keys of cells in braces: '/invoices/{number}'; without it the row opens beside the list. */
  href?: string
  /** `worth`: tabs that show what they are worth, where not all do; `worthBy`: by which sum, where it is not the first. */
  tabs?: {
    param: string
    keys: readonly string[]
    usual: string
    words: string
    worth?: readonly string[]
    worthBy?: Readonly<Record<string, string>>
  }
  /**
   * Columns of choices that the short form of filters offers; the parameter is the key of the column. Their values are counted, and those
   * of which a row has one only are what the list can be grouped by: a group leads to its rows by the filter of the same name.
   */
  quick: readonly string[]
  /** A quick filter that is in force unless the address says another value, or 'all'. */
  usual?: Readonly<Record<string, string>>
  /** Full key of the message that says which numbers the search knows. */
  search?: string
  sort: ListSort
  /** Columns of money that are summed; tabs show the first. */
  sums: readonly string[]
}

/** What the address says for rows that have nothing in an optional column. */
export const NOTHING = 'none'

/** A row as it travels: every cell as plain text: minor units, ISO days, keys of choices; null for nothing. */
export type ListRow = { id: string; currency: string; cells: Readonly<Record<string, string | null>> }

/** Rows that follow each other; null where the list ends. */
export type ListBatch = {
  rows: readonly ListRow[]
  place: { after?: string; before?: string; isEnd?: true }
  before: string | null
  after: string | null
}

/** Kind of field that conditions see. */
export function fieldKindOf(kind: ListColumnKind): FieldKind {
  if (kind === 'deadline' || kind === 'instant') return 'date'
  return kind === 'several' ? 'choice' : kind
}

/** What conditions over the list may speak of. */
export function fieldsOf(shape: ListShape): ListFields {
  return Object.fromEntries(
    askedColumns(shape).map(({ key, kind, isOptional = false, choices }): [string, ListField] => [
      key,
      { kind: fieldKindOf(kind), isOptional, ...(choices === undefined ? {} : { choices }) },
    ]),
  )
}

/** Columns that conditions may speak of. */
export function askedColumns(shape: ListShape): readonly ListColumn[] {
  return shape.columns.filter(({ isUnasked }) => isUnasked !== true)
}

/** Columns that can show, in the order in which they come. */
export function shownColumns(shape: ListShape): readonly ListColumn[] {
  return shape.columns.filter(({ isField }) => isField !== true)
}

/** Columns whose values are counted, and by which the short form of filters narrows. */
export function quickColumns(shape: ListShape): readonly ListColumn[] {
  return shape.quick.flatMap((key) => shape.columns.filter((column) => column.key === key))
}

/** Columns that the list can be grouped by. */
export function groupColumns(shape: ListShape): readonly ListColumn[] {
  return quickColumns(shape).filter(({ kind }) => kind === 'choice')
}

/** What the address calls sorting by a column; undefined where it cannot. */
export function sortKeyOf({ key, sort, isUnsorted, isField }: ListColumn): string | undefined {
  return isUnsorted === true || isField === true ? undefined : (sort ?? key)
}

/** Address of the page of a row; undefined where rows open beside the list. */
export function hrefOfRow({ href }: ListShape, { id, cells }: ListRow): string | undefined {
  return href?.replace(/\{(\w+)\}/g, (_all, key: string) => encodeURIComponent(key === 'id' ? id : (cells[key] ?? '')))
}
