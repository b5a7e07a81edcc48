import { randomUUID } from 'node:crypto'
import type { Scope } from '../command'
import { sql } from '../db/client'
import { toJson } from '../operation'

export type Mail = {
  to: string
  subject: string
  text: string
  html?: string
  attachments?: { fileName: string; storageKey: string; mediaType: string }[]
  subjectKind?: string
  subjectId?: string
  customerId?: string
}

/** Puts a mail into the outbox inside the transaction of its reason: it leaves only if that commits, once, under one message id. */
export async function queueMail({ tx }: Scope, mail: Mail): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO mail_message (message_id, to_address, subject, text_body, html_body, attachments, subject_kind, subject_id, customer_id)
    VALUES (${`<${randomUUID()}@recoup>`}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html ?? null}, ${toJson(mail.attachments ?? [])}::jsonb,
      ${mail.subjectKind ?? null}, ${mail.subjectId ?? null}::uuid, ${mail.customerId ?? null}::uuid)`)
}
