import { type Actor, hasRole } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'

export type MailRow = {
  id: string
  to: string
  subject: string
  body: string
  state: string
  attempts: number
  error: string | null
  createdAt: Date
  sentAt: Date | null
}

const ROWS = 200

/** The mail that left or waits to leave, newest first. */
export async function findMail(actor: Actor): Promise<MailRow[]> {
  if (!hasRole(actor, 'admin')) throw new Refusal('not-allowed')
  return select<MailRow>(sql`
    SELECT id::text, to_address AS "to", subject, text_body AS body, state, attempts, error, created_at AS "createdAt", sent_at AS "sentAt"
    FROM mail_message ORDER BY created_at DESC, id LIMIT ${ROWS}`)
}
