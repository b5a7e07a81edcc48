import type { Actor } from '@/core/actor'
import { sql, type Tx } from './db/client'

/** Names the actor, operation and event of everything the transaction changes from here on; the audit triggers read it. */
export async function nameActor(tx: Tx, actor: Actor, operationId: string, event: string): Promise<void> {
  const who = JSON.stringify({ kind: actor.kind, id: actorKey(actor), name: actor.name })
  await tx.$queryRaw(
    sql`SELECT set_config('recoup.actor', ${who}, true), set_config('recoup.operation', ${operationId}, true), set_config('recoup.event', ${event}, true)`,
  )
}

/** Names only the event, for a command that runs inside another one. */
export async function nameEvent(tx: Tx, event: string): Promise<void> {
  await tx.$queryRaw(sql`SELECT set_config('recoup.event', ${event}, true)`)
}

/** Stable text for who acts: the user's id, also behind a token; the name of a job. */
export function actorKey(actor: Actor): string {
  return actor.kind === 'job' ? `job:${actor.name}` : actor.userId
}

/**
 * For the last write of a large transaction: its audit entries are linked to the chain as they are written, not at commit. Whoever commits meanwhile
 * waits for this transaction, so nothing that could wait for others may follow.
 */
export async function linkAuditAtOnce(tx: Tx): Promise<void> {
  await tx.$queryRaw(sql`SELECT set_config('recoup.links', 'now', true)`)
}
