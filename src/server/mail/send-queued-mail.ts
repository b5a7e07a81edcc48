import nodemailer from 'nodemailer'
import { pool } from '../db/client'
import { env } from '../env'
import { readStored } from '../file-store'

const ATTEMPTS_MAX = 6

type Row = {
  id: string
  message_id: string
  to_address: string
  subject: string
  text_body: string
  html_body: string | null
  attachments: { fileName: string; storageKey: string; mediaType: string }[]
}

/** Sends what waits in the outbox, oldest first. Without SMTP_URL mail stays there, visible on the outbox page. Returns how many left. */
export async function sendQueuedMail(): Promise<number> {
  const { SMTP_URL } = env()
  if (!SMTP_URL) return 0
  const transport = nodemailer.createTransport(SMTP_URL)
  let sent = 0
  while (await sendNext(transport)) sent += 1
  return sent
}

async function sendNext(transport: nodemailer.Transporter): Promise<boolean> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<Row>(
      `SELECT id, message_id, to_address, subject, text_body, html_body, attachments FROM mail_message
       WHERE state = 'queued' AND created_at + attempts * attempts * interval '30 seconds' <= now()
       ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    )
    const mail = rows[0]
    if (mail) await deliver(client, transport, mail)
    await client.query('COMMIT')
    return mail !== undefined
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

type Client = { query: (text: string, values: unknown[]) => Promise<unknown> }

async function deliver(client: Client, transport: nodemailer.Transporter, mail: Row): Promise<void> {
  try {
    const attachments = await Promise.all(
      mail.attachments.map(async (file) => ({
        filename: file.fileName,
        contentType: file.mediaType,
        content: await readStored(file.storageKey),
      })),
    )
    const from = `Recoup <recoup@${new URL(env().RECOUP_URL ?? 'http://localhost').hostname}>`
    const body = { text: mail.text_body, ...(mail.html_body === null ? {} : { html: mail.html_body }) }
    await transport.sendMail({ from, to: mail.to_address, subject: mail.subject, messageId: mail.message_id, attachments, ...body })
    await client.query(`UPDATE mail_message SET state = 'sent', sent_at = now(), error = NULL WHERE id = $1`, [mail.id])
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    await client.query(
      `UPDATE mail_message SET attempts = attempts + 1, error = $2, state = CASE WHEN attempts + 1 >= $3 THEN 'dead' ELSE 'queued' END WHERE id = $1`,
      [mail.id, text.slice(0, 500), ATTEMPTS_MAX],
    )
  }
}
