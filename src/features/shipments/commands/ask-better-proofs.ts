import * as z from 'zod'
import { systemActor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { canReadPapers } from '@/features/documents/policy'
import { askByItself } from '@/features/tasks/commands/ask-by-itself'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { defineCommand, findNothing, type Scope } from '@/server/command'
import { join, raw, type Sql, selectIn, sql } from '@/server/db/client'
import { isSettledDelivery } from '../queries/settled-delivery'
import { betterProofDueOn } from '../rules/better-proof-due'

type WeakPaper = { subjectId: string; customerId: string | null; title: string; answerDays: number; keptUntil: CalendarDate | null }

/**
 * Asks logistics for a better receipt wherever one is needed: the best there is of a shipment is weak, the carrier still keeps its own (or
 * nobody knows how long), and money may still hang on it. A request whose paper was replaced, is weak no longer or proves what nobody asks
 * for is done by itself; what was settled and is needed again opens again.
 */
export const askBetterProofs = defineCommand({
  event: 'proof.asked-again',
  input: z.strictObject({}),
  find: findNothing,
  allow: canReadPapers,
  timeoutMs: 120_000,
  async change(scope) {
    const papers = await findNeeded(scope)
    const needless = await findNeedless(
      scope,
      papers.map(({ subjectId }) => subjectId),
    )
    const actor = systemActor('papers')
    if (needless.length > 0)
      await settleTasks(actor, { subjectKind: 'document', subjectIds: needless, kind: 'better-proof' }, { within: scope })
    if (papers.length === 0) return { asked: 0, reopened: 0, settled: needless.length }
    const requests = papers.map(({ answerDays, keptUntil, ...paper }) => ({
      ...paper,
      dueOn: betterProofDueOn(scope.today, answerDays, keptUntil),
    }))
    const subject = { kind: 'better-proof', subjectKind: 'document', team: 'logistics' } as const
    return { ...(await askByItself(actor, { ...subject, requests }, { within: scope })), settled: needless.length }
  },
})

// Papers of one shipment meet by delivery, PRO or bill of lading, each by its own index; only the best of them is asked for.
async function findNeeded({ tx, today }: Scope): Promise<WeakPaper[]> {
  return selectIn<WeakPaper>(
    tx,
    sql`WITH paper AS (
      SELECT p.*, doc.file_name, doc.customer_id AS owner_id, doc.issued_on FROM delivery_paper p JOIN document doc ON doc.id = p.document_id
      WHERE p.kind = 'proof-of-delivery' AND p.grade IS NOT NULL AND doc.state <> 'needs-reading' AND doc.tombstoned_at IS NULL AND doc.replaced_by_id IS NULL
    ), weak AS (SELECT * FROM paper WHERE grade IN ('C', 'D')),
    surpassed AS (${meeting(sql`SELECT w.document_id FROM weak w JOIN paper b`, sql`(b.grade, b.document_id) < (w.grade, w.document_id)`)}),
    shipment AS (
      SELECT DISTINCT ON (x.document_id) x.* FROM (
        SELECT w.document_id, d.number_key, d.carrier, d.pro, d.bol, d.po_number, d.issued_on, d.pro_key FROM weak w JOIN delivery_line d ON d.number_key = w.delivery_key
        UNION ALL SELECT w.document_id, d.number_key, d.carrier, d.pro, d.bol, d.po_number, d.issued_on, d.pro_key FROM weak w JOIN delivery_line d ON d.pro_key = w.pro_key
        UNION ALL SELECT w.document_id, d.number_key, d.carrier, d.pro, d.bol, d.po_number, d.issued_on, d.pro_key FROM weak w JOIN delivery_line d ON d.bol_key = w.bol_key
      ) x ORDER BY x.document_id, x.number_key
    ), arrival AS (
      SELECT x.document_id, min(x.happened_at) AS happened_at FROM (
        SELECT w.document_id, e.happened_at FROM weak w LEFT JOIN shipment v USING (document_id) JOIN carrier_event e ON e.status = 'D1' AND e.pro_key = coalesce(w.pro_key, v.pro_key)
        UNION ALL SELECT w.document_id, e.happened_at FROM weak w LEFT JOIN shipment v USING (document_id)
          JOIN carrier_event e ON e.status = 'D1' AND e.delivery_key = coalesce(w.delivery_key, v.number_key)
      ) x GROUP BY x.document_id
    )
    SELECT w.document_id::text AS "subjectId", w.owner_id::text AS "customerId",
      coalesce('PRO ' || coalesce(w.pro, v.pro), 'BOL ' || coalesce(w.bol, v.bol), 'PO ' || v.po_number, w.file_name) AS title,
      coalesce(step_days('proof-answer', w.owner_id, v.carrier, ${today}::date), 3) AS "answerDays", kept.until AS "keptUntil"
    FROM weak w LEFT JOIN shipment v USING (document_id) LEFT JOIN arrival a USING (document_id)
    CROSS JOIN LATERAL (SELECT coalesce((a.happened_at AT TIME ZONE 'UTC')::date, w.signed_on, w.issued_on, v.issued_on)
      + step_days('carrier-archive', w.owner_id, v.carrier, ${today}::date) AS until) kept
    WHERE w.document_id NOT IN (SELECT document_id FROM surpassed) AND coalesce(kept.until >= ${today}::date, true)
      AND NOT coalesce(${isSettledDelivery(sql`v.number_key`)}, false)`,
  )
}

// One branch for each number by which two papers of a shipment meet.
function meeting(pair: Sql, condition: Sql): Sql {
  return join(
    ['delivery_key', 'pro_key', 'bol_key'].map(
      (key) => sql`${pair} ON b.${raw(key)} = w.${raw(key)} AND b.document_id <> w.document_id AND ${condition}`,
    ),
    ' UNION ',
  )
}

async function findNeedless({ tx }: Scope, needed: readonly string[]): Promise<string[]> {
  const rows = await selectIn<{ id: string }>(
    tx,
    sql`SELECT DISTINCT k.subject_id::text AS id FROM task k WHERE k.kind = 'better-proof' AND k.subject_kind = 'document' AND k.created_by IS NULL
      AND k.state IN ('open', 'answered') AND NOT k.subject_id = ANY(${[...needed]}::uuid[])`,
  )
  return rows.map(({ id }) => id)
}
