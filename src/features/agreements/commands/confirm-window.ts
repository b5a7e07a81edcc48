import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canKeepPlaybook } from '../policy'
import { ConfirmWindowInput } from '../schemas'

type Window = { id: string; customerId: string; category: string }

/**
 * Notes that a person read a dispute window in the customer's own papers, and where. Of the windows that sources state for one customer
 * and category only the confirmed one counts from then on; without a place the confirmation is taken back.
 */
export const confirmWindow = defineCommand({
  event: 'dispute-window.confirmed',
  input: ConfirmWindowInput,
  find: findWindow,
  allow: canKeepPlaybook,
  async change({ tx, actor, today }, window, { confirmedFrom }) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    await tx.$executeRaw(sql`
      UPDATE dispute_window SET confirmed_by = NULL, confirmed_at = NULL, confirmed_from = NULL
      WHERE customer_id = ${window.customerId}::uuid AND category = ${window.category} AND confirmed_at IS NOT NULL`)
    if (confirmedFrom !== '')
      await tx.$executeRaw(sql`
        UPDATE dispute_window SET confirmed_by = ${actor.userId}::uuid, confirmed_at = now(), confirmed_from = ${confirmedFrom},
          checked_on = ${today}::date WHERE id = ${window.id}::uuid`)
    return window
  },
})

// The whole group is locked: two people who confirm different windows of it do so one after the other.
async function findWindow({ tx, actor }: Scope, { windowId }: z.output<typeof ConfirmWindowInput>): Promise<Window | null> {
  const group = await selectIn<Window>(
    tx,
    sql`SELECT w.id::text, w.customer_id::text AS "customerId", w.category FROM dispute_window w
      JOIN dispute_window asked ON asked.customer_id = w.customer_id AND asked.category = w.category
      WHERE asked.id = ${windowId}::uuid AND ${scopeOf(actor, sql`w.customer_id`)} ORDER BY w.id FOR UPDATE OF w`,
  )
  return group.find((window) => window.id === windowId) ?? null
}
