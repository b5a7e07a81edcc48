import type { Actor } from '@/core/actor'
import { readMail } from '@/formats/eml/read-mail'
import { type Mailbox, readMailbox } from '@/server/mail/read-mailbox'
import { findImportReport } from '../queries/find-import-report'
import { receiveFile } from './receive-file'

export type MailboxTaken = { taken: number; refused: number }

/**
 * Takes in the unread messages of a mailbox, each a batch with its attachments. A message that was taken before, because a
 * crash came before it was marked, is answered with its first batch.
 */
export async function takeMailbox(actor: Actor, mailbox: Mailbox): Promise<MailboxTaken> {
  let refused = 0
  const taken = await readMailbox(mailbox, async ({ uid, source }) => {
    const path = `${mailbox.folder}/${await nameOf(source, uid)}.eml`
    const batch = await receiveFile(actor, { path, bytes: source, way: 'mail' })
    const [report] = await findImportReport(actor, [batch.id])
    const isReadable = report !== undefined && report.status !== 'refused' && report.status !== 'failed'
    if (!isReadable) refused += 1
    return isReadable ? 'done' : 'failed'
  })
  return { taken, refused }
}

/** A message has no file name: its subject stands for it, and its number where there is none. */
async function nameOf(source: Uint8Array, uid: number): Promise<string> {
  const { mail } = await readMail(source.subarray(0, HEAD_BYTES))
  const subject = (mail?.subject ?? '').replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim()
  return subject.slice(0, 120) || `message ${uid}`
}

const HEAD_BYTES = 64 * 1024
