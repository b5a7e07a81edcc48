import { isId } from '@/core/ids'
import { db, select, sql } from './db/client'

/** Opens a session for a user and returns its id. */
export async function openSession(userId: string, seconds: number): Promise<string> {
  const row = await db().userSession.create({ data: { userId, expiresAt: new Date(Date.now() + seconds * 1000) }, select: { id: true } })
  return row.id
}

/** The user behind a live session; null when it is unknown, expired or revoked. */
export async function userOfSession(sessionId: string): Promise<string | null> {
  if (!isId(sessionId)) return null
  const [row] = await select<{ user_id: string }>(
    sql`SELECT user_id FROM user_session WHERE id = ${sessionId}::uuid AND revoked_at IS NULL AND expires_at > now()`,
  )
  return row?.user_id ?? null
}

export async function revokeSession(sessionId: string): Promise<void> {
  if (isId(sessionId)) await db().userSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } })
}
