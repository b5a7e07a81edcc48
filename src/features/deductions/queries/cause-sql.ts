import { type Sql, sql } from '@/server/db/client'

/** The leaf that counts for `deduction d`: what a person named, else what the evidence shows; null when nobody knows. */
export const CAUSE: Sql = sql`coalesce(d.cause_key, d.root_cause)`

/** What the leaf meant on a day, over `deduction d`: a subquery for one row of team, nature and process_step. */
export function causeTerm(day: Sql): Sql {
  return sql`(SELECT t.team, t.nature, t.process_step FROM cause_term t
    WHERE t.cause_key = ${CAUSE} AND t.valid_from <= ${day} ORDER BY t.valid_from DESC LIMIT 1)`
}
