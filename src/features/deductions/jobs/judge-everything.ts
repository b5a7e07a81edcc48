import { systemActor } from '@/core/actor'
import { withLock } from '@/server/db/with-lock'
import { lastRunAt, recordRun } from '@/server/jobs/record-run'
import { triageEverything } from '../commands/triage-due'
import { RULE_SET } from '../rules/judge-validity'

const LOCK = 'deductions.judge-everything'
/** Another rule set is another name: the first worker that brings it judges everything by it. */
const NAME = `${LOCK} ${RULE_SET}`
const EVERY_HOURS = 24

/** Once a day everything is judged, whatever was noted; nothing is written where the verdict stands. */
export async function judgeEverything(): Promise<void> {
  if (!(await isTime())) return
  await withLock(LOCK, async () => {
    if (!(await isTime())) return
    await recordRun(NAME, { key: 'deductions.job.judgeEverything' }, () => triageEverything(systemActor('triage')))
  })
}

async function isTime(): Promise<boolean> {
  const last = await lastRunAt(NAME)
  return last === null || Date.now() - last.getTime() > EVERY_HOURS * 3_600_000
}
