import { select, sql } from '@/server/db/client'
import { withLock } from '@/server/db/with-lock'
import { lastRunAt, recordRun } from '@/server/jobs/record-run'
import { type ArrivedMail, takeReplies } from '../imports/take-replies'

const NAME = 'file-intake.replies'

/** After mails were taken in: those that answer a request of ours end it. */
export async function watchReplies(): Promise<void> {
  await withLock(NAME, async () => {
    const mails = await findArrived((await lastRunAt(NAME)) ?? new Date(0))
    if (mails.length === 0) return
    await recordRun(NAME, { key: 'fileIntake.job.replies' }, async () => ({ mails: mails.length, answered: await takeReplies(mails) }))
  })
}

// A mail counts when everything in it has been taken over, so that its papers can be tied.
async function findArrived(since: Date): Promise<ArrivedMail[]> {
  return select<ArrivedMail>(sql`
    SELECT b.id::text AS "batchId", f.storage_key AS "storageKey" FROM import_batch b JOIN stored_file f ON f.id = b.file_id
    WHERE b.kind = 'mail' AND b.state = 'done' AND b.undone_at IS NULL AND b.finished_at >= ${since}
      AND NOT EXISTS (SELECT 1 FROM import_part p JOIN import_batch x ON x.id = p.batch_id
        WHERE p.parent_id = b.id AND x.state IN ('parsing', 'staged', 'committing') AND x.created_at > now() - interval '5 minutes')
    ORDER BY b.finished_at LIMIT 200`)
}
