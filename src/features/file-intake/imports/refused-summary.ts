import type { Problem } from '@/core/problem'
import type { ReadSummary } from './reading'

/** What is said of a file of which nothing could be read; `reason` is a message code. */
export function refusedSummary(reason: string, problems: Problem[] = []): ReadSummary {
  return {
    format: 'unknown',
    kind: 'unknown',
    encoding: null,
    rowKinds: [],
    rowsRead: 0,
    rejected: 0,
    withdrawn: 0,
    blank: 0,
    totals: { own: null, computed: null, currency: null },
    sums: [],
    problems,
    parts: [],
    waiting: null,
    refused: reason,
  }
}
