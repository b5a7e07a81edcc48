import { createHash } from 'node:crypto'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { actorKey } from './audit'
import { selectIn, sql, type Tx } from './db/client'

/** Text for results and hashes: money as decimal-free integers in quotes, dates as ISO. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)) ?? 'null'
}

/**
 * Claims an operation id inside the transaction of its effect. A retry with the same content gets the first result;
 * the same id with other content is refused. Concurrent retries wait on the primary key until the first one ends.
 */
export async function claimOperation(
  tx: Tx,
  actor: Actor,
  id: string,
  event: string,
  input: unknown,
): Promise<{ isFirst: true } | { isFirst: false; result: unknown }> {
  const requestHash = createHash('sha256')
    .update(`${event}\n${toJson(withoutPassword(input))}`)
    .digest('hex')
  const claimed = await tx.$executeRaw(sql`
    INSERT INTO operation (actor_key, id, event, request_hash) VALUES (${actorKey(actor)}, ${id}::uuid, ${event}, ${requestHash})
    ON CONFLICT DO NOTHING`)
  if (claimed === 1) return { isFirst: true }
  const [first] = await selectIn<{ request_hash: string; result: unknown }>(
    tx,
    sql`SELECT request_hash, result FROM operation WHERE actor_key = ${actorKey(actor)} AND id = ${id}::uuid`,
  )
  if (first?.request_hash !== requestHash) throw new Refusal('operation-reused')
  return { isFirst: false, result: first.result }
}

// A fast hash of a password could be guessed from a stolen database.
function withoutPassword(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('password' in input)) return input
  return { ...input, password: null }
}

/** Stores the result of a claimed operation, to be returned to every retry. */
export async function keepResult(tx: Tx, actor: Actor, id: string, result: unknown): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE operation SET result = ${toJson(result)}::jsonb WHERE actor_key = ${actorKey(actor)} AND id = ${id}::uuid`,
  )
}
