import type { Actor } from '@/core/actor'
import { waitsFor } from '@/features/approvals/queries/find-approvals'
import { batchesOf } from '@/features/file-intake/queries/batches-of'
import { NEEDS_ATTENTION } from '@/features/file-intake/queries/find-imports'
import { findTaskCounts } from '@/features/tasks/queries/find-task-counts'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type ShellCounts = Readonly<Record<string, { count: number; isAlarming?: boolean }>>

type Row = {
  imports: number
  orders: number
  reconciliation: number
  deductions: number
  signals: number
  packages: number
  late: number
  disputes: number
  approvals: number
  postings: number
  freightClaims: number
}

/** The numbers in the rail: what waits in each place, inside the actor's customers. */
export async function findShellCounts(actor: Actor): Promise<ShellCounts> {
  const today = companyToday()
  const [[row], tasks] = await Promise.all([
    select<Row>(sql`
      SELECT (SELECT count(*)::int FROM import_batch b WHERE ${NEEDS_ATTENTION} AND ${batchesOf(actor)}) AS imports,
        (SELECT count(DISTINCT x.purchase_order_id)::int FROM order_exception x
          WHERE x.state IN ('open', 'held') AND ${scopeOf(actor, sql`x.customer_id`)}) AS orders,
        (SELECT count(*)::int FROM difference f WHERE f.state = 'open' AND ${scopeOf(actor, sql`f.customer_id`)}) AS reconciliation,
        (SELECT count(*)::int FROM order_signal g WHERE g.state = 'open' AND ${scopeOf(actor, sql`g.customer_id`)}) AS signals,
        d.open AS deductions, d.packages, d.late,
        (SELECT count(*)::int FROM dispute p WHERE p.state = 'submitted' AND ${scopeOf(actor, sql`p.customer_id`)}) AS disputes,
        (SELECT count(*)::int FROM approval_request r WHERE ${waitsFor(actor)} AND ${scopeOf(actor, sql`r.customer_id`)}) AS approvals,
        (SELECT count(*)::int FROM ledger_request q WHERE q.state = 'requested' AND ${scopeOf(actor, sql`q.customer_id`)}) AS postings,
        (SELECT count(*)::int FROM freight_claim f WHERE f.state IN ('open', 'offered') AND ${scopeOf(actor, sql`f.customer_id`)}) AS "freightClaims"
      FROM (SELECT count(*)::int AS open,
          count(*) FILTER (WHERE p.state = 'ready')::int AS packages,
          count(*) FILTER (WHERE p.state = 'ready' AND d.deadline_on <= ${today}::date + 1)::int AS late
        FROM deduction d LEFT JOIN dispute p ON p.deduction_id = d.id WHERE d.open_minor > 0 AND ${scopeOf(actor, sql`d.customer_id`)}) d`),
    findTaskCounts(actor),
  ])
  if (!row) return {}
  return {
    imports: { count: row.imports },
    orders: { count: row.orders },
    reconciliation: { count: row.reconciliation },
    signals: { count: row.signals },
    deductions: { count: row.deductions },
    packages: { count: row.packages, isAlarming: row.late > 0 },
    disputes: { count: row.disputes },
    approvals: { count: row.approvals },
    postings: { count: row.postings },
    freightClaims: { count: row.freightClaims },
    tasks: { count: tasks.mine, isAlarming: tasks.overdue > 0 },
  }
}
