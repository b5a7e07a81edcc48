import type { Actor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { readConditions } from '@/core/list-conditions'
import { join, type Sql, sql } from '@/server/db/client'
import { conditionSql } from '@/server/db/condition-sql'
import { scopeOf } from '@/server/db/scope-of'
import { TRACKER_FIELDS } from '../rules/tracker-fields'
import type { TrackerFilter, TrackerTab } from '../schemas'
import { CAUSE, causeTerm } from './cause-sql'
import { NEXT_ACTION, TAKEN_ON, WORKABLE } from './deduction-terms'
import { type SearchedFilter, searchCondition } from './search-conditions'
import { trackerColumns } from './tracker-columns'

/** Days ahead that count as "due this week", and as "due this month". */
const DUE_DAYS = 7
const MONTH_DAYS = 30
/** A deadline as it is sorted by, so that the index of that sort finds it. */
const DEADLINE = sql`coalesce(d.deadline_on, DATE '9999-12-31')`
/** Of those whose deadline runs: what is filed, closed or owed is late for nothing. The index of what is open has all of it. */
const RUNS = sql`d.open_minor > 0 AND ${WORKABLE}`
/** Deductions that somebody was asked something about and has not answered; they are few and read once. */
const ASKED: Sql = sql`d.id IN (SELECT t.subject_id FROM task t WHERE t.subject_kind = 'deduction' AND t.state = 'open')`

/** The SQL condition of a tracker filter over `deduction d`, inside the actor's customers. */
export function trackerConditions(actor: Actor, filter: SearchedFilter, today: CalendarDate): Sql {
  const parts: Sql[] = [scopeOf(actor, sql`d.customer_id`), tabCondition(actor, filter.tab, today)]
  if (filter.customer.length > 0) parts.push(sql`d.customer_id IN (SELECT id FROM customer WHERE code = ANY(${filter.customer}::text[]))`)
  if (filter.category.length > 0) parts.push(sql`d.category = ANY(${filter.category}::text[])`)
  if (filter.verdict.length > 0) parts.push(sql`coalesce(d.decided_verdict, d.verdict) = ANY(${filter.verdict}::text[])`)
  if (filter.state.length > 0) parts.push(sql`d.state = ANY(${filter.state}::text[])`)
  // Only what is closed has nothing open: said aloud, the short indexes of what is open serve.
  if (filter.state.length > 0 && !filter.state.includes('closed')) parts.push(sql`d.open_minor > 0`)
  if (filter.action.length > 0) parts.push(sql`${NEXT_ACTION} = ANY(${filter.action}::text[])`)
  if (filter.liable.length > 0) parts.push(sql`d.liable = ANY(${filter.liable}::text[])`)
  if (filter.code.length > 0) parts.push(sql`d.reason_code = ANY(${filter.code}::text[])`)
  if (filter.codeKey.length > 0) parts.push(sql`d.code_key = ANY(${filter.codeKey}::text[])`)
  if (filter.cause.length > 0)
    parts.push(sql`(coalesce(${CAUSE}, 'none') = ANY(${filter.cause}::text[])
      OR ${CAUSE} IN (SELECT key FROM root_cause WHERE parent_key = ANY(${filter.cause}::text[])))`)
  if (filter.nature.length > 0) parts.push(ofTerm(sql`nature`, filter.nature))
  if (filter.team.length > 0) parts.push(ofTerm(sql`team`, filter.team))
  if (filter.currency.length > 0) parts.push(sql`d.currency = ANY(${filter.currency}::text[])`)
  if (filter.without.length > 0) parts.push(sql`d.id <> ALL(${filter.without}::uuid[])`)
  if (filter.incident !== '') parts.push(sql`d.incident_id IN (SELECT id FROM incident WHERE number = ${filter.incident})`)
  if (filter.due !== '') parts.push(sql`d.deadline_on = ${filter.due}::date`)
  if (filter.from !== '' || filter.to !== '') parts.push(takenBetween(filter.from || '0001-01-02', filter.to || '9999-12-31'))
  if (filter.min !== '') parts.push(sql`d.amount_minor >= ${BigInt(filter.min)}`)
  if (filter.max !== '') parts.push(sql`d.amount_minor <= ${BigInt(filter.max)}`)
  if (filter.evidence !== '')
    parts.push(filter.evidence === 'ready' ? sql`d.evidence_have >= d.evidence_need` : sql`d.evidence_have < d.evidence_need`)
  if (filter.where !== '') {
    const group = readConditions(filter.where, TRACKER_FIELDS)
    parts.push(group === null ? sql`FALSE` : conditionSql(group, trackerColumns(actor), today))
  }
  const numbers = pastedKeys(filter.numbers)
  if (numbers.length > 0)
    parts.push(
      sql`(d.claim_key = ANY(${numbers}::text[]) OR d.invoice_key = ANY(${numbers}::text[]) OR d.po_key = ANY(${numbers}::text[]))`,
    )
  return join(
    [...parts, ownerCondition(actor, filter.owner), deadlineCondition(filter.deadline, today), searchCondition(actor, filter)],
    ' AND ',
  )
}

// As it is sorted by, so that the index of that sort finds it; without a day, the one on which we learned of it.
function takenBetween(from: string, to: string): Sql {
  const taken = sql`coalesce(d.taken_on, DATE '0001-01-01')`
  return sql`(${taken} BETWEEN ${from}::date AND ${to}::date OR (${taken} = DATE '0001-01-01' AND d.created_at::date BETWEEN ${from}::date AND ${to}::date))`
}

// What the root cause meant on the day of the deduction; 'none' is a deduction without one.
function ofTerm(column: Sql, values: readonly string[]): Sql {
  return sql`coalesce((SELECT cause.${column} FROM ${causeTerm(TAKEN_ON)} cause), 'none') = ANY(${[...values]}::text[])`
}

/** Comparison keys of a pasted list: one number per line, comma, semicolon or tab; blanks dropped, doubles once. */
export function pastedKeys(text: string): string[] {
  return [...new Set(text.split(/[\n\r,;\t]+/).map(comparisonKey))].filter((key) => key !== '').slice(0, 5_000)
}

/** The condition behind a tab of the tracker. A deduction is closed exactly when nothing of it is open; the database sees to it. */
export function tabCondition(actor: Actor, tab: TrackerTab, today: CalendarDate): Sql {
  const userId = actor.kind === 'job' ? null : actor.userId
  switch (tab) {
    case 'all':
      return sql`TRUE`
    case 'open':
      return sql`d.open_minor > 0`
    case 'mine':
      return sql`(d.open_minor > 0 AND d.owner_id = ${userId}::uuid)`
    case 'due':
      return sql`(${RUNS} AND d.deadline_on BETWEEN ${today}::date AND ${addDays(today, DUE_DAYS)}::date)`
    case 'waiting':
      return sql`(d.open_minor > 0 AND (d.state = 'collecting' OR ${ASKED}))`
    case 'submitted':
      return sql`(d.open_minor > 0 AND d.state = 'submitted')`
    case 'resolved':
      return sql`d.open_minor = 0`
  }
}

function ownerCondition(actor: Actor, owners: readonly string[]): Sql {
  if (owners.length === 0) return sql`TRUE`
  const ids = owners.filter((owner) => owner !== 'none').map((owner) => (owner === 'me' && actor.kind !== 'job' ? actor.userId : owner))
  const isOwned = sql`d.owner_id::text = ANY(${ids}::text[])`
  return owners.includes('none') ? sql`(d.owner_id IS NULL OR ${isOwned})` : isOwned
}

function deadlineCondition(deadline: TrackerFilter['deadline'], today: CalendarDate): Sql {
  switch (deadline) {
    case '':
      return sql`TRUE`
    case 'overdue':
      return runningIn(sql`< ${today}::date`)
    case 'week':
      return runningIn(sql`BETWEEN ${today}::date AND ${addDays(today, DUE_DAYS)}::date`)
    case 'month':
      return runningIn(sql`BETWEEN ${today}::date AND ${addDays(today, MONTH_DAYS)}::date`)
    case 'none':
      return sql`d.deadline_on IS NULL`
  }
}

// Said twice: as it is sorted by, for the index of that sort, and of the day itself, by which the index of what is open counts alone.
function runningIn(days: Sql): Sql {
  return sql`(${RUNS} AND ${DEADLINE} ${days} AND d.deadline_on ${days})`
}

/** The nearest bucket of deadlines in which a `deduction d` lies; NULL beyond the last, and where the deadline does not run. */
export function nearestDeadline(today: CalendarDate): Sql {
  const buckets = (['overdue', 'week', 'month', 'none'] as const).map((one) => sql`WHEN ${deadlineCondition(one, today)} THEN ${one}::text`)
  return sql`CASE ${join(buckets, ' ')} END`
}
