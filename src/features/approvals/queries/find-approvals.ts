import type { Actor } from '@/core/actor'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { ApprovalKind, ApprovalState } from '../rules/approval'
import { isApprover } from '../rules/approver'
import { APPROVAL_TABS, type ApprovalFilter, type ApprovalTab } from '../schemas'

export type ApprovalRow = {
  id: string
  kind: ApprovalKind
  subject_id: string
  label: string
  content: Readonly<Record<string, unknown>>
  customer_code: string | null
  customer_name: string | null
  state: ApprovalState
  requested_by: string
  requested_by_name: string | null
  requested_at: Date
  decided_by_name: string | null
  decided_at: Date | null
  reason: string | null
}

export type ApprovalPage = { rows: ApprovalRow[]; total: number; counts: Record<ApprovalTab, number> }

/** Requests that wait for this actor's word, the ones the actor made, and what was decided; the oldest waiting first. */
export async function findApprovals(actor: Actor, filter: ApprovalFilter): Promise<ApprovalPage> {
  const from = sql`approval_request r LEFT JOIN customer c ON c.id = r.customer_id
    LEFT JOIN app_user asked ON asked.id = r.requested_by LEFT JOIN app_user decided ON decided.id = r.decided_by`
  const inside = sql`${scopeOf(actor, sql`r.customer_id`)} AND (${filter.customer} = '' OR c.code = ${filter.customer})`
  const where = sql`${inside} AND ${tabCondition(actor, filter.tab)}`
  const order = filter.tab === 'waiting' ? sql`r.requested_at, r.id` : sql`coalesce(r.decided_at, r.requested_at) DESC, r.id`
  const [rows, counts] = await Promise.all([
    select<ApprovalRow>(sql`
      SELECT r.id::text, r.kind, r.subject_id::text, r.label, r.content, c.code AS customer_code, c.name AS customer_name, r.state,
        r.requested_by::text, asked.name AS requested_by_name, r.requested_at, decided.name AS decided_by_name, r.decided_at, r.reason
      FROM ${from} WHERE ${where} ORDER BY ${order} ${limitToPage(filter.page)}`),
    Promise.all(
      APPROVAL_TABS.map((tab) =>
        select<{ count: number }>(sql`SELECT count(*)::int AS count FROM ${from} WHERE ${inside} AND ${tabCondition(actor, tab)}`),
      ),
    ),
  ])
  const countOf = (tab: ApprovalTab) => counts[APPROVAL_TABS.indexOf(tab)]?.[0]?.count ?? 0
  return {
    rows,
    total: countOf(filter.tab),
    counts: { waiting: countOf('waiting'), mine: countOf('mine'), decided: countOf('decided') },
  }
}

/** The condition of requests over `approval_request r` that wait for this actor: open, and asked by somebody else. */
export function waitsFor(actor: Actor): Sql {
  if (!isApprover(actor) || actor.kind === 'job') return sql`FALSE`
  return sql`(r.state = 'open' AND r.requested_by <> ${actor.userId}::uuid)`
}

function tabCondition(actor: Actor, tab: ApprovalTab): Sql {
  switch (tab) {
    case 'waiting':
      return waitsFor(actor)
    case 'mine':
      return actor.kind === 'job' ? sql`FALSE` : sql`(r.requested_by = ${actor.userId}::uuid AND r.state <> 'voided')`
    case 'decided':
      return sql`r.state IN ('approved', 'rejected')`
  }
}
