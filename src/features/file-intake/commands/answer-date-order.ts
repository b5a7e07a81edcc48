import type { OpenDates } from '@/core/date-order'
import { asId, type CustomerId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport, canMap } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { customerHint } from '../rules/customer-hint'
import { DATE_ORDER_OPEN } from '../rules/date-order'
import { AnswerDateOrderInput } from '../schemas'

type Before = { state: string; reason: string | null; openDates: OpenDates | null; customerId: CustomerId | null }

/**
 * Keeps which comes first, day or month, in the files of a sender with one header, until values prove the other. Reading the
 * file follows outside of the transaction. Refuses 'file-intake/not-waiting' when it does not wait for that any more.
 */
export const answerDateOrder = defineCommand({
  event: 'import.date-order-answered',
  input: AnswerDateOrderInput,
  async find({ tx, actor }, { batchId }): Promise<Before | null> {
    const [batch] = await selectIn<{ state: string; reason: string | null; path: string; openDates: OpenDates | null }>(
      tx,
      sql`SELECT b.state, b.reason, coalesce(b.path, b.file_name) AS path, b.inspection -> 'openDates' AS "openDates"
        FROM import_batch b WHERE b.id = ${batchId}::uuid AND ${batchesOf(actor)} FOR UPDATE`,
    )
    if (!batch) return null
    const [sender] = await selectIn<{ id: string }>(tx, sql`SELECT c.id::text FROM customer c WHERE c.code = ${customerHint(batch.path)}`)
    return { ...batch, customerId: sender ? asId(sender.id) : null }
  },
  allow: (actor, { customerId }) => (customerId === null ? canImport(actor) : canMap(actor, { customerId })),
  async change({ tx, actor }, { state, reason, openDates, customerId }, { batchId, order }): Promise<{ batchId: string }> {
    if (state !== 'waiting' || reason !== DATE_ORDER_OPEN || openDates === null) throw new Refusal('file-intake/not-waiting')
    await tx.dateOrderAnswer.create({
      data: {
        customerId,
        fingerprint: openDates.fingerprint,
        dateOrder: order,
        batchId,
        saidBy: actor.kind === 'job' ? null : actor.userId,
      },
    })
    return { batchId }
  },
})
