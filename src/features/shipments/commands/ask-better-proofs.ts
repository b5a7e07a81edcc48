import * as z from 'zod'
import { systemActor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { canReadPapers } from '@/features/documents/policy'
import { askByItself } from '@/features/tasks/commands/ask-by-itself'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { defineCommand, findNothing, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
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

// Papers of one shipment meet by delivery, PRO or bill of lading; only the best of them is asked for.
async function findNeeded({ tx, today }: Scope): Promise<WeakPaper[]> {
  return selectIn<WeakPaper>(
    tx,
    sql`SELECT doc.id::text AS "subjectId", doc.customer_id::text AS "customerId",
      coalesce('PRO ' || coalesce(p.pro, v.pro), 'BOL ' || coalesce(p.bol, v.bol), 'PO ' || v.po_number, doc.file_name) AS title,
      coalesce(step_days('proof-answer', doc.customer_id, v.carrier, ${today}::date), 3) AS "answerDays", kept.until AS "keptUntil"
    FROM delivery_paper p JOIN document doc ON doc.id = p.document_id
    LEFT JOIN LATERAL (SELECT x.* FROM delivery_line x WHERE x.number_key = p.delivery_key OR x.pro_key = p.pro_key OR x.bol_key = p.bol_key
      ORDER BY x.number_key LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT (y.happened_at AT TIME ZONE 'UTC')::date AS delivered_on FROM carrier_event y
      WHERE y.status = 'D1' AND (y.pro_key = coalesce(p.pro_key, v.pro_key) OR y.delivery_key = coalesce(p.delivery_key, v.number_key)) LIMIT 1) e ON true
    CROSS JOIN LATERAL (SELECT coalesce(e.delivered_on, p.signed_on, doc.issued_on, v.issued_on)
      + step_days('carrier-archive', doc.customer_id, v.carrier, ${today}::date) AS until) kept
    WHERE p.kind = 'proof-of-delivery' AND p.grade IN ('C', 'D') AND doc.state <> 'needs-reading' AND doc.tombstoned_at IS NULL
      AND doc.replaced_by_id IS NULL AND coalesce(kept.until >= ${today}::date, true)
      AND NOT EXISTS (SELECT 1 FROM delivery_paper b JOIN document bd ON bd.id = b.document_id AND bd.replaced_by_id IS NULL AND bd.tombstoned_at IS NULL
        WHERE b.document_id <> p.document_id AND b.kind = p.kind AND (b.grade, b.document_id) < (p.grade, p.document_id)
          AND (b.delivery_key = p.delivery_key OR b.pro_key = p.pro_key OR b.bol_key = p.bol_key))
      AND NOT coalesce(${isSettledDelivery(sql`v.number_key`)}, false)`,
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
