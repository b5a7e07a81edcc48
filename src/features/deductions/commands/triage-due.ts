import type { Actor } from '@/core/actor'
import { withLock } from '@/server/db/with-lock'
import { findDue, seeNow } from '../queries/find-due'
import { clearDue } from './clear-due'
import { type Triaged, triageDeductions } from './triage-deductions'

/**
 * Judges what depends on anything that changed since the last run: imports, corrections, undone imports, decisions of people. One run at a time;
 * null when another one is at it. A run that is killed leaves its notes to the next one.
 */
export async function triageDue(actor: Actor): Promise<Triaged | null> {
  let done: Triaged | null = null
  await withLock('deductions.triage-due', async () => {
    const { everything, ids, seen } = await findDue()
    done = await triageDeductions(actor, everything ? undefined : ids)
    await clearDue(actor, { seen })
  })
  return done
}

/** Judges everything, whatever was noted; what was noted before then is settled with it. */
export async function triageEverything(actor: Actor): Promise<Triaged> {
  const seen = await seeNow()
  const done = await triageDeductions(actor)
  await clearDue(actor, { seen })
  return done
}
