import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'

/** Removes what was found about orders that go with an undone import (`undoing` names them); nobody decided on any of it. */
export async function dropExceptions({ tx }: Scope): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM order_exception e USING undoing u
    WHERE u.table_name = 'purchase_order' AND u.version_id IS NULL AND e.purchase_order_id = u.record_id`)
}
