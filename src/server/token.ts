import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { actorOf, findPerson } from './actor-of-user'
import { select, sql } from './db/client'

/** A new bearer token: shown once, stored only as its SHA-256. */
export function newToken(): { token: string; tokenHash: string } {
  const token = `rcp_${randomBytes(32).toString('base64url')}`
  return { token, tokenHash: hashToken(token) }
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The actor behind an Authorization header, with the rights its user has now; null when unknown, revoked or disabled. */
export async function actorOfToken(authorization: string | null): Promise<Actor | null> {
  const token = /^Bearer (rcp_[\w-]+)$/.exec(authorization ?? '')?.[1]
  if (!token) return null
  const [row] = await select<{ id: string; user_id: string; name: string }>(
    sql`SELECT id, user_id, name FROM api_token WHERE token_hash = ${hashToken(token)} AND revoked_at IS NULL`,
  )
  const person = row ? await findPerson(row.user_id) : null
  if (!row || !person) return null
  return { ...actorOf(person), kind: 'token', tokenId: row.id, name: `${person.name} (${row.name})`, userId: asId(person.id) }
}
