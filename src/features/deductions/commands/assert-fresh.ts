import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { type PersonAct, restsOn } from '../rules/rests-on'
import type { ChosenDeductions } from '../schemas'

type Locked = { id: string; number: number; version: number }
type Seen = { id: string; version: number }

/**
 * Refuses the whole command when something that the act rests on changed in one of the deductions since the person saw it, whoever changed it, or
 * when a filter matches another number of them by now. That the machine judged again and nothing of it changed does not matter.
 */
export async function assertFresh(
  scope: Scope,
  rows: readonly Locked[],
  { deductions }: { deductions: ChosenDeductions },
  act: PersonAct,
): Promise<void> {
  if ('matching' in deductions) {
    if (rows.length !== deductions.count) throw new Refusal('stale', { details: { number: '' } })
    return
  }
  const versions = new Map(rows.map((row) => [row.id, row.version]))
  const outdated = deductions.filter(({ id, version }) => versions.get(id) !== version)
  if (outdated.length === 0) return
  const changed = await findChanged(scope, outdated, act)
  const stale = rows.find((row) => changed.has(row.id))
  if (stale) throw new Refusal('stale', { details: { number: String(stale.number) } })
}

// The audit knows every version: what changed since the one that was seen is what its later entries began with and is not so now.
async function findChanged({ tx }: Scope, seen: readonly Seen[], act: PersonAct): Promise<Set<string>> {
  const { columns, hasFigures } = restsOn(act)
  const figures = hasFigures ? sql`OR ${figuresOf(sql`AND v.judged_at <= known.at`)} IS DISTINCT FROM ${figuresOf(sql``)}` : sql``
  const rows = await selectIn<{ id: string }>(
    tx,
    sql`SELECT d.id::text FROM unnest(${seen.map(({ id }) => id)}::uuid[], ${seen.map(({ version }) => version)}::int[]) AS s(id, version)
      JOIN deduction d ON d.id = s.id
      LEFT JOIN LATERAL (SELECT a.id, a.at FROM audit_entry a WHERE a.table_name = 'deduction' AND a.row_id = d.id::text
        AND (a.after ->> 'version')::int = s.version ORDER BY a.id DESC LIMIT 1) known ON true
      WHERE known.id IS NULL ${figures} OR EXISTS (
        SELECT 1 FROM (SELECT DISTINCT ON (was.key) was.key, was.value FROM audit_entry a CROSS JOIN jsonb_each(a.before) was
          WHERE a.table_name = 'deduction' AND a.row_id = d.id::text AND a.id > known.id AND was.key = ANY(${[...columns]}::text[])
          ORDER BY was.key, a.id) first
        WHERE first.value IS DISTINCT FROM to_jsonb(d) -> first.key)`,
  )
  return new Set(rows.map(({ id }) => id))
}

function figuresOf(until: Sql): Sql {
  return sql`(SELECT jsonb_path_query_array(v.steps, '$[*].value') FROM verdict v WHERE v.deduction_id = d.id ${until}
    ORDER BY v.judged_at DESC, v.id DESC LIMIT 1)`
}
