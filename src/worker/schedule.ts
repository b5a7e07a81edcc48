import { foldTally } from '@/features/deductions/jobs/fold-tally'
import { judgeDue } from '@/features/deductions/jobs/judge-due'
import { judgeEverything } from '@/features/deductions/jobs/judge-everything'
import { judgeImports } from '@/features/file-intake/jobs/judge-imports'
import { resumeImports, watchDropFolder } from '@/features/file-intake/jobs/tend-imports'
import { watchMailbox } from '@/features/file-intake/jobs/watch-mailbox'
import { watchReplies } from '@/features/file-intake/jobs/watch-replies'
import { tellNews } from '@/features/news/jobs/tell-news'
import { watchSignals } from '@/features/reconciliation/jobs/raise-signals'
import { watchViewMails } from '@/features/reports/jobs/send-view-mails'
import { watchRequests } from '@/features/tasks/jobs/escalate-tasks'
import { log } from '@/server/log'
import { sendQueuedMail } from '@/server/mail/send-queued-mail'

type Beat = { name: string; everySeconds: number; run: () => Promise<unknown> }

/** What the clock asks for. Every beat takes its work from the database under a lock, so any number of workers may run. */
const BEATS: readonly Beat[] = [
  { name: 'mail', everySeconds: 5, run: sendQueuedMail },
  { name: 'drop-folder', everySeconds: 5, run: watchDropFolder },
  { name: 'mailbox', everySeconds: 30, run: watchMailbox },
  { name: 'resume-imports', everySeconds: 10, run: resumeImports },
  { name: 'signals', everySeconds: 10, run: watchSignals },
  { name: 'view-mails', everySeconds: 15, run: watchViewMails },
  { name: 'replies', everySeconds: 10, run: watchReplies },
  { name: 'requests', everySeconds: 60, run: watchRequests },
  { name: 'tally', everySeconds: 60, run: foldTally },
  { name: 'news', everySeconds: 5, run: tellNews },
  { name: 'judge-imports', everySeconds: 3, run: judgeImports },
  { name: 'judge-due', everySeconds: 5, run: judgeDue },
  { name: 'judge-everything', everySeconds: 60, run: judgeEverything },
]

/** Starts all beats; a beat never overlaps itself. Returns the way to stop them. */
export function startSchedule(): () => void {
  const timers = BEATS.map((beat) => {
    let isRunning = false
    return setInterval(() => {
      if (isRunning) return
      isRunning = true
      beat
        .run()
        .catch((error: unknown) => log().error({ err: error, beat: beat.name }, 'scheduled work failed'))
        .finally(() => {
          isRunning = false
        })
    }, beat.everySeconds * 1000)
  })
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}
