import { systemActor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { withLock } from '@/server/db/with-lock'
import { env } from '@/server/env'
import { recordRun } from '@/server/jobs/record-run'
import { parseMailbox } from '@/server/mail/read-mailbox'
import { takeMailbox } from '../imports/take-mailbox'
import { isWorthTelling } from '../rules/mailbox-run'

const NAME = 'file-intake.mailbox'

/**
 * Takes in what lies in the mailbox that IMAP_URL names, if any. The list of jobs shows a run that brought something and one
 * that failed, once, and that it works again; a mailbox that is empty or still out of reach is not told anew every time.
 */
export async function watchMailbox(): Promise<void> {
  const address = env().IMAP_URL
  if (address === undefined) return
  await withLock('imports.mailbox', async () => {
    const outcome = await take(address)
    const [last] = await select<{ state: string; error: string | null }>(
      sql`SELECT state, error FROM job_run WHERE queue = ${NAME} ORDER BY created_at DESC LIMIT 1`,
    )
    if (!isWorthTelling(outcome, last ?? null)) return
    await recordRun(NAME, { key: 'fileIntake.job.mailbox' }, async () => {
      if (outcome.error !== null) throw new Error(outcome.error)
      return outcome.taken
    })
  })
}

async function take(address: string) {
  const nothing = { taken: 0, refused: 0 }
  const mailbox = parseMailbox(address)
  if (mailbox === null) return { taken: nothing, error: 'IMAP_URL is no address such as imaps://user:password@host/INBOX' }
  try {
    return { taken: await takeMailbox(systemActor('mailbox'), mailbox), error: null }
  } catch (error) {
    return { taken: nothing, error: error instanceof Error ? error.message : String(error) }
  }
}
