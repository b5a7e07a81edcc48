import type { DateOrder, OpenDates } from '@/core/date-order'
import type { Problem } from '@/core/problem'
import { subtractDecimals } from '../decimal-text'
import type { ReadFile } from '../staged-row'
import type { Table } from '../table'
import type { TableShape } from './table-shape'

/** The order that the values of a file prove, with the fingerprint of its header. */
export type ProvenDates = { order: DateOrder; fingerprint: string }

/** What reading a list found, besides its rows. */
export type ListEnd = Omit<ReadFile, 'rows' | 'rejected'> & {
  /** The order of day and month that the values prove, and the header they stand under. */
  provenDates?: ProvenDates | null
  /** Set when the list waits because its dates fit both orders. */
  openDates?: OpenDates
}

/** A table that is not read as this list. */
export function unmatched({ kind }: TableShape, { blankRows, problems }: Table): ListEnd {
  return { kind, blank: blankRows, problems, totals: { own: null, computed: null, currency: null } }
}

/** A list that is not read until somebody says which comes first in its dates. */
export function openEnd(shape: TableShape, top: Table, openDates: OpenDates): ListEnd {
  return { ...unmatched(shape, top), waiting: 'intake/date-order-open', openDates }
}

/** A control total that the rows do not reach is a matter for a person. */
export function differingTotal({ own, computed }: ReadFile['totals']): Problem[] {
  if (own === null || computed === null || own === computed) return []
  return [
    {
      position: 'file',
      field: 'total',
      code: 'table/total-differs',
      message: `The file states ${own}, its rows add up to ${computed}.`,
      facts: { stated: own, computed, difference: subtractDecimals(own, computed) },
    },
  ]
}
