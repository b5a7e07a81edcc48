import type { Sql } from '@/server/db/client'

/** Something that must always hold. `violations` selects the rows that break it, one `what` each: none is good. */
export type Invariant = { id: string; name: string; violations: Sql }
