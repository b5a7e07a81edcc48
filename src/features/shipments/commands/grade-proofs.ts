import * as z from 'zod'
import { systemActor } from '@/core/actor'
import { putBackDocuments, replaceDocuments } from '@/features/documents/commands/replace-documents'
import { canReadPapers } from '@/features/documents/policy'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { defineCommand, findNothing, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { IS_READ, PROOF_FACTS, type ProofRow } from '../queries/proof-facts'
import { gradeProof } from '../rules/grade-proof'
import { askBetterProofs } from './ask-better-proofs'

type Better = { weak_id: string; better_id: string; file_name: string }

/**
 * Grades every delivery paper that has been read and has no grade yet. A better receipt of the same shipment takes the place of a
 * weak one as evidence, which is kept, and the request for it is done; it gives the place back when it turns out to be no better. A weak one that notes exceptions, or counts otherwise, stays:
 * what speaks against us is not put away. Weak ones that nothing better stands for are asked for again by itself. Answers how many were
 * graded, replaced and asked for.
 */
export const gradeProofs = defineCommand({
  event: 'proof.graded',
  input: z.strictObject({}),
  find: findNothing,
  allow: canReadPapers,
  timeoutMs: 120_000,
  async change(scope) {
    const graded = await gradeUngraded(scope)
    if (graded > 0) await putBackDocuments(scope, await findNoLongerBetter(scope))
    const better = graded === 0 ? [] : await findBetter(scope)
    for (const { weak_id, better_id, file_name } of better) {
      await replaceDocuments(scope, weak_id, better_id)
      await settleTasks(
        systemActor('papers'),
        { subjectKind: 'document', subjectIds: [weak_id], kind: 'better-proof', answer: file_name },
        { within: scope },
      )
    }
    const { asked } = await askBetterProofs(systemActor('papers'), {}, { within: scope })
    return { graded, replaced: better.length, asked }
  },
})

async function gradeUngraded({ tx }: Scope): Promise<number> {
  const rows = await selectIn<ProofRow>(
    tx,
    sql`SELECT ${PROOF_FACTS} FROM delivery_paper p JOIN document doc ON doc.id = p.document_id WHERE p.grade IS NULL AND ${IS_READ}`,
  )
  if (rows.length === 0) return 0
  await tx.$executeRaw(sql`
    UPDATE delivery_paper p SET grade = n.grade FROM unnest(${rows.map((row) => row.documentId)}::uuid[],
      ${rows.map((row) => gradeProof(row).grade)}::text[]) AS n(id, grade) WHERE p.document_id = n.id`)
  return rows.length
}

// A person who checks the better one may find it weak, or its count another: then both are evidence again.
async function findNoLongerBetter({ tx }: Scope): Promise<string[]> {
  const rows = await selectIn<{ id: string }>(
    tx,
    sql`SELECT w.document_id::text AS id FROM delivery_paper w JOIN document wd ON wd.id = w.document_id JOIN delivery_paper b ON b.document_id = wd.replaced_by_id
      WHERE b.grade >= w.grade OR coalesce(w.exceptions, '') <> '' OR w.pieces_received <> b.pieces_received
        OR NOT (coalesce(b.delivery_key = w.delivery_key, false) OR coalesce(b.pro_key = w.pro_key, false) OR coalesce(b.bol_key = w.bol_key, false))`,
  )
  return rows.map(({ id }) => id)
}

// Papers of one shipment meet by delivery, PRO or bill of lading; the best of several is taken.
async function findBetter({ tx }: Scope): Promise<Better[]> {
  return selectIn<Better>(
    tx,
    sql`SELECT DISTINCT ON (w.document_id) w.document_id::text AS weak_id, b.document_id::text AS better_id, bd.file_name
    FROM delivery_paper w JOIN document wd ON wd.id = w.document_id AND wd.replaced_by_id IS NULL AND wd.tombstoned_at IS NULL
    JOIN delivery_paper b ON b.document_id <> w.document_id AND b.kind = w.kind AND b.grade < w.grade
      AND (b.delivery_key = w.delivery_key OR b.pro_key = w.pro_key OR b.bol_key = w.bol_key)
    JOIN document bd ON bd.id = b.document_id AND bd.replaced_by_id IS NULL AND bd.tombstoned_at IS NULL
    WHERE w.kind = 'proof-of-delivery' AND w.grade IN ('C', 'D') AND coalesce(w.exceptions, '') = ''
      AND coalesce(w.customer_id, b.customer_id) IS NOT DISTINCT FROM coalesce(b.customer_id, w.customer_id)
      AND (w.pieces_received IS NULL OR b.pieces_received IS NULL OR w.pieces_received = b.pieces_received)
    ORDER BY w.document_id, b.grade, b.signed_on DESC NULLS LAST, b.document_id`,
  )
}
