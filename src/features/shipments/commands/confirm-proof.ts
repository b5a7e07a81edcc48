import type * as z from 'zod'
import { noteChecked } from '@/features/documents/commands/replace-documents'
import { canReadPapers } from '@/features/documents/policy'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { ConfirmProofInput } from '../schemas'

/** Keeps what a person confirmed or corrected of what was read in a paper's text; its grade is found anew. */
export const confirmProof = defineCommand({
  event: 'proof.confirmed',
  input: ConfirmProofInput,
  find: findPaper,
  allow: canReadPapers,
  async change(scope, paper, input) {
    const confirmedBy = scope.actor.kind === 'job' ? null : scope.actor.userId
    await scope.tx.$executeRaw(sql`
      UPDATE delivery_paper SET is_signed = ${input.isSigned}::boolean, is_stamped = ${input.isStamped}::boolean,
        is_po_visible = ${input.isPoVisible}::boolean, pieces_shipped = ${input.piecesShipped}::int, pieces_received = ${input.piecesReceived}::int,
        cartons_printed = ${input.cartonsPrinted}::int, count_in = ${input.countIn}, count_by = ${input.countBy}, exceptions = ${input.exceptions},
        signed_on = ${input.signedOn}::date, grade = NULL, confirmed_by = ${confirmedBy}::uuid,
        confirmed_at = CASE WHEN ${confirmedBy}::uuid IS NULL THEN NULL ELSE now() END
      WHERE document_id = ${paper.id}::uuid`)
    await noteChecked(scope, paper.id)
    return { id: paper.id }
  },
})

async function findPaper({ tx, actor }: Scope, { documentId }: z.output<typeof ConfirmProofInput>): Promise<{ id: string } | null> {
  const [paper] = await selectIn<{ id: string }>(
    tx,
    sql`SELECT d.id::text FROM document d JOIN delivery_paper p ON p.document_id = d.id
      WHERE d.id = ${documentId}::uuid AND d.tombstoned_at IS NULL AND ${scopeOf(actor, sql`d.customer_id`)} FOR UPDATE OF d`,
  )
  return paper ?? null
}
