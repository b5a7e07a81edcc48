import { type Sql, sql } from '@/server/db/client'

/** An import that has not shown for this long that it lives is dead; it shows so every five seconds. */
const SILENT_SECONDS_MAX = 20

/** Batches (alias `b`) that are being read or taken over, whoever does it. */
export const UNDER_WAY: Sql = sql`b.state IN ('parsing', 'committing')`

/** Batches (alias `b`) whose import died with them half done. */
export const ABANDONED: Sql = sql`${UNDER_WAY} AND NOT EXISTS (SELECT 1 FROM import_holder h
  WHERE h.id = b.held_by AND h.heartbeat_at > now() - ${SILENT_SECONDS_MAX}::int * interval '1 second')`
