import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** How two records were brought together although their numbers differ. */
export type MatchRow = {
  step: string
  kind: string
  our_key: string
  their_key: string
  our_lines: string[]
  their_lines: string[]
  score: number
  reasons: { code: string; value: string }[]
}

/** The match a difference rests on; null when the numbers themselves agree. */
export async function findMatch(actor: Actor, differenceId: string): Promise<MatchRow | null> {
  const [row] = await select<MatchRow>(sql`
    SELECT m.step, m.kind, m.our_key, m.their_key, m.our_lines, m.their_lines, m.score, m.reasons FROM difference d JOIN record_match m ON m.id = d.match_id
    WHERE d.id = ${differenceId}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}`)
  return row ?? null
}

export type ExportedMatch = {
  step: string
  kind: string
  customer: string
  ours: string
  theirs: string
  score: number
  reasons: MatchRow['reasons']
}

/** Every match of the tolerant pass, for other programs. */
export async function exportMatches(actor: Actor): Promise<ExportedMatch[]> {
  return select<ExportedMatch>(sql`
    SELECT m.step, m.kind, c.code AS customer, m.our_key AS ours, m.their_key AS theirs, m.score, m.reasons FROM record_match m JOIN customer c ON c.id = m.customer_id
    WHERE ${scopeOf(actor, sql`m.customer_id`)} ORDER BY c.code, m.step, m.kind, m.our_key, m.id`)
}

/** How many matches of each kind the tolerant pass holds. */
export async function countMatches(actor: Actor): Promise<{ step: string; kind: string; count: number }[]> {
  return select(
    sql`SELECT m.step, m.kind, count(*)::int AS count FROM record_match m WHERE ${scopeOf(actor, sql`m.customer_id`)} GROUP BY m.step, m.kind ORDER BY m.step, m.kind`,
  )
}
