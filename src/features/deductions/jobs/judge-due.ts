import { systemActor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { triageDue } from '../commands/triage-due'

/** Judges what depends on changes that came by another way than an import: an answer of a colleague, a corrected term, a decision on a neighbour. */
export async function judgeDue(): Promise<void> {
  if (await isDue()) await triageDue(systemActor('triage'))
}

// An import is followed by its own judgement, after everything of it is there.
async function isDue(): Promise<boolean> {
  const [row] = await select<{ due: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM judgement_due) AND NOT EXISTS (SELECT 1 FROM import_batch
      WHERE state IN ('parsing', 'committing') AND created_at > now() - interval '5 minutes') AS due`)
  return row?.due === true
}
