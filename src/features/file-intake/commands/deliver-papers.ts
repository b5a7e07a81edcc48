import type * as z from 'zod'
import { systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { settleArrived } from '@/features/deductions/commands/settle-arrived'
import { triageChunk } from '@/features/deductions/commands/triage-deductions'
import { namePaper } from '@/features/documents/commands/name-paper'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import { keepReadPaper } from '@/features/shipments/commands/keep-read-paper'
import { answerTask } from '@/features/tasks/commands/answer-task'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { canAnswer } from '@/features/tasks/policy'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { DeliverPapersInput } from '../schemas'
import { linkEvidence } from './link-evidence'

type Request = {
  id: string
  version: number
  state: string
  kind: string
  team: string
  customerId: string | null
  createdBy: string | null
  deductionId: string
  delivery: string | null
  po: string | null
  bol: string | null
  pro: string | null
}

// What a picture can prove before anybody has read its figures.
const DELIVERY_KINDS = ['proof-of-delivery', 'bill-of-lading'] as const

/**
 * Takes the papers that answer a request: they are tied to the claim, a picture counts as what was asked for until somebody reads it, the
 * claim is judged anew, and the request ends. Papers that come after the answer are tied as well. Refuses 'tasks/no-paper' when the imports
 * brought none.
 */
export const deliverPapers = defineCommand({
  event: 'evidence.delivered',
  input: DeliverPapersInput,
  find: findRequest,
  allow: canAnswer,
  timeoutMs: 60_000,
  async change(scope, request, { batchIds, answer }) {
    const within = { within: scope }
    const system = systemActor('papers')
    const { documents } = await linkEvidence(system, { deductionId: request.deductionId, batchIds }, within)
    if (documents.length === 0) throw new Refusal('tasks/no-paper')
    const kind = DELIVERY_KINDS.find((one) => one === request.kind)
    if (kind !== undefined)
      for (const paper of documents) if (paper.state === 'needs-reading') await countAs(scope, request, paper.id, kind)
    await gradeProofs(system, {}, within)
    await triageChunk(system, { ids: [request.deductionId] }, within)
    if (request.state === 'open') {
      const text = answer === '' ? documents.map((paper) => paper.fileName).join(', ') : answer
      await answerTask(scope.actor, { taskId: request.id, version: request.version, answer: text.slice(0, 4000) }, within)
      await settleTasks(system, { subjectKind: 'deduction', subjectIds: [request.deductionId], kind: request.kind }, within)
    }
    // One truck often stands behind several claims: its paper answers the requests about all of them.
    await settleArrived(system, {}, within)
    return { id: request.id, documents }
  },
})

async function countAs(scope: Scope, request: Request, documentId: string, kind: (typeof DELIVERY_KINDS)[number]): Promise<void> {
  const within = { within: scope }
  const system = systemActor('papers')
  const { isNamed } = await namePaper(system, { documentId, kind }, within)
  if (!isNamed) return
  const { pro, bol, delivery, po } = request
  const unread = { cartonsPrinted: null, piecesShipped: null, piecesReceived: null, countBy: null, isSigned: null, isStamped: null }
  const facts = { pro, bol, delivery, po, ...unread, exceptions: null, signedOn: null }
  await keepReadPaper(system, { documentId, facts, freight: null }, within)
}

async function findRequest({ tx, actor }: Scope, { taskId }: z.output<typeof DeliverPapersInput>): Promise<Request | null> {
  const [request] = await selectIn<Request>(
    tx,
    sql`SELECT t.id::text, t.version, t.state, t.kind, t.team, t.customer_id::text AS "customerId", t.created_by::text AS "createdBy",
        d.id::text AS "deductionId", d.delivery_key AS delivery, d.po_number AS po, l.bol, l.pro
      FROM task t JOIN deduction d ON t.subject_kind = 'deduction' AND d.id = t.subject_id
      LEFT JOIN LATERAL (SELECT n.bol, n.pro FROM delivery_line n WHERE n.customer_id = d.customer_id AND n.number_key = d.delivery_key
        ORDER BY n.line LIMIT 1) l ON true
      WHERE t.id = ${taskId}::uuid AND t.state <> 'cancelled' AND ${scopeOf(actor, sql`t.customer_id`)} FOR UPDATE OF t`,
  )
  return request ?? null
}
