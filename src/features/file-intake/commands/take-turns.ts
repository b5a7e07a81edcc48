import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { COMMITTERS } from './committers'

/**
 * Two imports at once would both find a fact unknown and both add it: records of one kind are taken over, or taken back, one
 * import after the other. Waits in a fixed order, so that no two wait for each other.
 */
export async function takeTurns({ tx }: Scope, isWanted: (kind: string) => boolean = () => true): Promise<void> {
  const kinds = COMMITTERS.map((committer) => committer.kind).filter(isWanted)
  await selectIn(tx, sql`SELECT set_config('lock_timeout', '590s', true)`)
  await selectIn(
    tx,
    sql`SELECT pg_advisory_xact_lock(hashtextextended('import ' || k.kind, 0))::text
      FROM (SELECT kind FROM unnest(${kinds}::text[]) WITH ORDINALITY AS wanted(kind, place) ORDER BY place) k`,
  )
}
