import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { Category } from '../rules/deduction'
import { judgeValidity } from '../rules/judge-validity'
import type { MapDays } from '../rules/place-map'
import type { VerdictKind } from '../rules/verdict'
import { TAKEN_ON } from './deduction-terms'
import { findValidityFacts } from './find-validity-facts'
import { SETTLED } from './settled'

export type MapProposal = MapDays & { customerId: string; codeKey: string; category: Category }

export type Recoding = {
  /** Open deductions that would get the category, by the one they have now. */
  moves: { from: Category; count: number; amounts: Money[] }[]
  /** Open ones that have it already, and those people have decided, filed or closed: both stay as they are. */
  same: { count: number; amounts: Money[] }
  settled: { count: number; amounts: Money[] }
  /** What judging the moved ones anew would say, for the largest of them. */
  verdicts: { from: VerdictKind; to: VerdictKind; count: number; amounts: Money[] }[]
  judged: number
}

/** Deductions judged for a preview; a preview is looked at, not waited for. */
const JUDGED_MAX = 200

type GroupRow = { category: Category; is_settled: boolean; currency: string; count: number; minor: bigint }
type Moved = { id: string; verdict: VerdictKind; amount_minor: bigint; currency: string }

/** What a map of a code would change in history, before anybody approves it. Nothing is written. */
export async function findRecoding(actor: Actor, map: MapProposal): Promise<Recoding> {
  const where = sql`${underMap(map)} AND ${scopeOf(actor, sql`d.customer_id`)}`
  const [groups, moved] = await Promise.all([
    select<GroupRow>(sql`
      SELECT d.category, ${SETTLED} AS is_settled, d.currency, count(*)::int AS count, sum(d.amount_minor)::bigint AS minor
      FROM deduction d WHERE ${where} GROUP BY 1, 2, 3 ORDER BY 5 DESC`),
    select<Moved>(sql`
      SELECT d.id, d.verdict, d.amount_minor, d.currency FROM deduction d
      WHERE ${where} AND NOT ${SETTLED} AND d.category <> ${map.category} ORDER BY d.amount_minor DESC, d.id LIMIT ${JUDGED_MAX}`),
  ])
  const open = groups.filter((group) => !group.is_settled)
  const moves = [...new Set(open.map((group) => group.category))].filter((category) => category !== map.category)
  return {
    moves: moves.map((from) => ({ from, ...summed(open.filter((group) => group.category === from)) })),
    same: summed(open.filter((group) => group.category === map.category)),
    settled: summed(groups.filter((group) => group.is_settled)),
    verdicts: await judgeMoved(moved, map.category),
    judged: moved.length,
  }
}

/** The condition over `deduction d` of the deductions whose code and day a map is for. */
export function underMap({ customerId, codeKey, validFrom, validTo }: Omit<MapProposal, 'category'>): Sql {
  return sql`d.customer_id = ${customerId}::uuid AND d.code_key = ${codeKey} AND ${TAKEN_ON} >= ${validFrom}::date
    AND (${validTo}::date IS NULL OR ${TAKEN_ON} <= ${validTo}::date)`
}

async function judgeMoved(moved: readonly Moved[], category: Category): Promise<Recoding['verdicts']> {
  const facts = await findValidityFacts(
    moved.map((one) => one.id),
    select,
    category,
  )
  const judged = new Map(facts.map((row) => [row.id, judgeValidity(row.facts).verdict.kind]))
  const groups = new Map<string, { from: VerdictKind; to: VerdictKind; rows: Moved[] }>()
  for (const row of moved) {
    const to = judged.get(row.id) ?? row.verdict
    const group = groups.get(`${row.verdict} ${to}`) ?? { from: row.verdict, to, rows: [] }
    groups.set(`${row.verdict} ${to}`, group)
    group.rows.push(row)
  }
  return [...groups.values()].map(({ from, to, rows }) => ({
    from,
    to,
    ...summed(rows.map((row) => ({ currency: row.currency, count: 1, minor: row.amount_minor }))),
  }))
}

function summed(rows: readonly { currency: string; count: number; minor: bigint }[]): { count: number; amounts: Money[] } {
  const byCurrency = new Map<string, bigint>()
  for (const row of rows) byCurrency.set(row.currency, (byCurrency.get(row.currency) ?? 0n) + row.minor)
  return {
    count: rows.reduce((count, row) => count + row.count, 0),
    amounts: [...byCurrency].map(([currency, minor]) => money(minor, currency)),
  }
}
