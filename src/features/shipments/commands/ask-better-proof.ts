import type * as z from 'zod'
import type { CalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canAskBetterProof } from '../policy'
import { betterProofDueOn } from '../rules/better-proof-due'
import { AskBetterProofInput } from '../schemas'

type Paper = {
  id: string
  customerId: string | null
  isReplaced: boolean
  isAsked: boolean
  answerDays: number
  keptUntil: CalendarDate | null
}

/**
 * Asks logistics to get a better receipt from the carrier, where nothing asked by itself: within the days a carrier desk is given, never later than the carrier
 * keeps it. One open request per paper.
 */
export const askBetterProof = defineCommand({
  event: 'proof.asked-again',
  input: AskBetterProofInput,
  find: findPaper,
  allow: canAskBetterProof,
  async change(scope, paper, { documentId, title, body, locale }) {
    if (paper.isReplaced) throw new Refusal('shipments/already-replaced')
    if (paper.isAsked) throw new Refusal('shipments/already-asked')
    const dueOn = betterProofDueOn(scope.today, paper.answerDays, paper.keptUntil)
    const subject = { subjectKind: 'document', subjectId: documentId, team: 'logistics', kind: 'better-proof' } as const
    const task = await askTeam(scope.actor, { ...subject, title, body, locale, dueAt: `${dueOn}T17:00:00Z` }, { within: scope })
    return { taskId: task.id, number: task.number }
  },
})

async function findPaper({ tx, actor }: Scope, { documentId }: z.output<typeof AskBetterProofInput>): Promise<Paper | null> {
  const [paper] = await selectIn<Paper>(
    tx,
    sql`SELECT d.id::text, d.customer_id::text AS "customerId", d.replaced_by_id IS NOT NULL AS "isReplaced",
      EXISTS (SELECT 1 FROM task k WHERE k.kind = 'better-proof' AND k.subject_id = d.id AND k.state IN ('open', 'answered')) AS "isAsked",
      coalesce(step_days('proof-answer', d.customer_id, v.carrier, current_date), 3) AS "answerDays",
      coalesce(p.signed_on, d.issued_on, v.issued_on) + step_days('carrier-archive', d.customer_id, v.carrier, current_date) AS "keptUntil"
    FROM document d JOIN delivery_paper p ON p.document_id = d.id
    LEFT JOIN LATERAL (SELECT x.carrier, x.issued_on FROM delivery_line x
      WHERE x.number_key = p.delivery_key OR x.pro_key = p.pro_key OR x.bol_key = p.bol_key LIMIT 1) v ON true
    WHERE d.id = ${documentId}::uuid AND d.tombstoned_at IS NULL AND ${scopeOf(actor, sql`d.customer_id`)}`,
  )
  return paper ?? null
}
