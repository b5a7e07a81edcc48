import { select, sql } from '@/server/db/client'
import type { Outcomes } from '../rules/calibrate'
import { judgedCases } from './outcome-sql'

/** How often verdicts with this reason were right, over all customers. */
export async function findOutcomes(because: string): Promise<Outcomes> {
  const [row] = await select<Outcomes>(sql`
    WITH ${judgedCases(sql`d.because = ${because}`)}
    SELECT count(*)::int AS cases, round(coalesce(sum(j.share), 0), 6)::double precision AS right FROM judged j`)
  return row ?? { cases: 0, right: 0 }
}
