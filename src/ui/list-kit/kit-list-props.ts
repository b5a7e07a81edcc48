import type { ReactNode } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import type { ListAddress } from '@/core/list-address'
import type { ListGroup } from '@/core/list-groups'
import type { ListBatch, ListRow, ListShape } from '@/core/list-shape'
import type { SearchParams } from '../page-address'
import type { ListNames } from './list-words'

/** A list that is grouped: all of its groups, and the first rows of those that are folded out. */
export type GroupedRows = {
  by: string
  groups: readonly ListGroup[]
  opened: Readonly<Record<string, readonly ListRow[]>>
  names: ListNames
}

/** What a list in the browser is given by its page. */
export type KitListProps = {
  shape: ListShape
  params: SearchParams
  address: ListAddress
  /** The rows the page came with, and the index of the first in the whole list. */
  initial: ListBatch
  initialFirst: number
  count: number
  isCountExact: boolean
  hidden: readonly string[]
  today: CalendarDate
  tabs: ReactNode
  filters: ReactNode
  peek: ReactNode
  footer: ReactNode
  empty: ReactNode
  /** Its groups instead of its rows; null while it is not grouped. */
  grouped: GroupedRows | null
}
