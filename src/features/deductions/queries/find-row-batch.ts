import type { Actor } from '@/core/actor'
import type { TrackerFilter } from '../schemas'
import { findDeductions, type TrackerPage } from './find-deductions'
import type { Priority } from './find-priorities'
import type { TrackerRow } from './tracker-row'

export type BatchPlace = { after?: string; before?: string; isEnd?: true }

/** A row as the list shows it: with why it stands where it stands. */
export type ListedRow = TrackerRow & { priority: Priority | undefined }

/** Rows of the tracker that follow each other, with the cursors of the first and the last; null where the list ends. */
export type TrackerBatch = {
  rows: ListedRow[]
  place: BatchPlace
  before: string | null
  after: string | null
}

/** What was found for the page of the tracker, as the first of its batches. */
export function batchOf(page: TrackerPage, after: string): TrackerBatch {
  return { rows: listedRows(page), place: after === '' ? {} : { after }, before: page.firstCursor, after: page.nextAfter }
}

/** Rows behind or before a cursor, or the last ones: what comes before is read with the order turned round. */
export async function findRowBatch(actor: Actor, filter: TrackerFilter, place: BatchPlace): Promise<TrackerBatch> {
  if (place.before === undefined && place.isEnd === undefined)
    return batchOf(await findDeductions(actor, { ...filter, after: place.after ?? '' }), place.after ?? '')
  const page = await findDeductions(actor, { ...turned(filter), after: place.before ?? '' })
  return {
    rows: listedRows(page).toReversed(),
    place,
    before: page.nextAfter,
    after: place.isEnd === true ? null : page.firstCursor,
  }
}

function listedRows({ rows, priorities }: TrackerPage): ListedRow[] {
  return rows.map((row) => ({ ...row, priority: priorities.get(row.id) }))
}

function turned(filter: TrackerFilter): TrackerFilter {
  return {
    ...filter,
    direction: filter.direction === 'asc' ? 'desc' : 'asc',
    then: filter.then.map((sort) =>
      sort.endsWith(':asc') ? sort.replace(/asc$/, 'desc') : sort.replace(/desc$/, 'asc'),
    ) as TrackerFilter['then'],
  }
}
