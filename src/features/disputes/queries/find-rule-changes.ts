import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { TAKEN_ON } from '@/features/deductions/queries/deduction-terms'
import { SETTLED } from '@/features/deductions/queries/settled'
import type { Category, MappedCategory } from '@/features/deductions/rules/deduction'
import { filingCost } from '@/features/deductions/rules/priority'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { acceptBelow, betterCategory, type CodeRecord, type Effect, type FiledCase, shorterWindow } from '../rules/propose-changes'

/** What answered disputes meant and would have meant under a rule; and the open deductions it would touch. */
export type ChangeEffect = { before: EffectMoney; after: EffectMoney; open: { count: number; amount: Money } }
export type EffectMoney = { cases: number; won: Money; lost: Money; work: Money }

/** A change of rules that our own answered disputes suggest, with its effect. */
export type RuleChange = { key: string; customerId: string; customerCode: string; customerName: string; effect: ChangeEffect } & (
  | { kind: 'accept-below'; limit: Money; current: Money; currentVersion: number | null }
  | { kind: 'remap-code'; code: string; from: Category; to: MappedCategory; internalReason: string; sapReason: string }
  | { kind: 'shorter-window'; category: Category; days: number; current: number }
)

type Owner = { customerId: string; customerCode: string; customerName: string; currency: string }
const OWNER = sql`c.id::text AS "customerId", c.code AS "customerCode", c.name AS "customerName"`
const ANSWERED = sql`dispute z JOIN deduction d ON d.id = z.deduction_id JOIN customer c ON c.id = d.customer_id`
const IS_ANSWERED = sql`z.outcome IN ('won', 'lost', 'partly') AND z.won_minor + z.lost_minor > 0`
/** Disputes that are looked at, the newest first. */
const CASES_MAX = 50_000

/** The changes of rules that our own history supports, of one customer when it is named. Nothing is changed by asking. */
export async function findRuleChanges(actor: Actor, customer: string): Promise<RuleChange[]> {
  const inside = sql`${scopeOf(actor, sql`c.id`)} AND (${customer} = '' OR c.code = ${customer})`
  const found = await Promise.all([findAccepts(inside), findRemaps(inside), findWindows(inside)])
  return found.flat()
}

type SmallCases = Owner & { claimed: string[]; won: string[]; currentMinor: bigint; validFrom: string | null; version: number | null }

async function findAccepts(inside: Sql): Promise<RuleChange[]> {
  const today = companyToday()
  const groups = await select<SmallCases>(sql`
    SELECT ${OWNER}, z.currency, array_agg((z.won_minor + z.lost_minor)::text ORDER BY z.id) AS claimed, array_agg(z.won_minor::text ORDER BY z.id) AS won,
      coalesce(max(p.limit_minor), 0)::bigint AS "currentMinor", max(p.valid_from)::text AS "validFrom", max(p.version) AS version
    FROM (SELECT * FROM dispute z WHERE ${IS_ANSWERED} ORDER BY z.answered_on DESC NULLS LAST LIMIT ${CASES_MAX}) z
    JOIN deduction d ON d.id = z.deduction_id JOIN customer c ON c.id = d.customer_id
    LEFT JOIN LATERAL (SELECT y.limit_minor, y.valid_from, y.version FROM small_amount_policy y WHERE y.customer_id = c.id AND y.currency = z.currency
      AND y.valid_from <= ${today}::date ORDER BY y.valid_from DESC LIMIT 1) p ON true
    WHERE ${inside} GROUP BY c.id, c.code, c.name, z.currency ORDER BY c.name, z.currency`)
  const changes = groups.map(async (group): Promise<RuleChange[]> => {
    const { currency } = group
    const cases = group.claimed.map((minor, at) => ({ claimedMinor: BigInt(minor), wonMinor: BigInt(group.won[at] ?? '0') }))
    const rule = acceptBelow(cases, filingCost(currency), group.currentMinor)
    if (rule === null) return []
    const open = await countOpen(group, sql`d.state = 'new' AND d.decided_verdict IS NULL AND d.amount_minor <= ${rule.limitMinor}`)
    return [
      {
        ...ownerOf(group, 'accept-below', currency),
        kind: 'accept-below',
        limit: money(rule.limitMinor, currency),
        current: money(group.currentMinor, currency),
        currentVersion: group.validFrom === today ? group.version : null,
        effect: { before: inMoney(rule.before, currency), after: inMoney(rule.after, currency), open },
      },
    ]
  })
  return (await Promise.all(changes)).flat()
}

type CodeGroup = Owner &
  CodeRecord<Category> & { code: string; codeKey: string; today: Category; internalReason: string; sapReason: string | null }

async function findRemaps(inside: Sql): Promise<RuleChange[]> {
  const rows = await select<CodeGroup>(sql`
    SELECT ${OWNER}, z.currency, d.code_key AS "codeKey", m.code, m.category AS today, m.internal_reason AS "internalReason", m.sap_reason AS "sapReason", d.category,
      count(*)::int AS cases, round(sum(z.won_minor::numeric / (z.won_minor + z.lost_minor)), 6)::double precision AS won,
      sum(z.won_minor + z.lost_minor)::bigint AS "claimedMinor", sum(z.won_minor)::bigint AS "wonMinor"
    FROM ${ANSWERED} JOIN LATERAL (SELECT * FROM code_map m WHERE m.customer_id = c.id AND m.code_key = d.code_key AND m.state = 'approved'
      AND m.valid_from <= ${companyToday()}::date AND (m.valid_to IS NULL OR m.valid_to >= ${companyToday()}::date) ORDER BY m.valid_from DESC LIMIT 1) m ON true
    WHERE ${IS_ANSWERED} AND ${inside} AND NOT EXISTS (SELECT 1 FROM code_map w WHERE w.customer_id = c.id AND w.code_key = d.code_key AND w.state = 'proposed')
    GROUP BY c.id, c.code, c.name, z.currency, d.code_key, m.code, m.category, m.internal_reason, m.sap_reason, d.category ORDER BY c.name, m.code`)
  const groups = Map.groupBy(rows, (row) => `${row.customerId} ${row.codeKey} ${row.currency}`)
  const changes = [...groups.values()].map(async (records): Promise<RuleChange[]> => {
    const own = records.find((record) => record.category === record.today)
    const better = own === undefined ? null : betterCategory(records, own.today)
    if (own === undefined || better === null || better.to === 'unclear') return []
    const { currency, code } = own
    const workMinor = filingCost(currency) * BigInt(own.cases)
    const before = { cases: own.cases, wonMinor: own.wonMinor, lostMinor: own.claimedMinor - own.wonMinor, workMinor }
    const open = await countOpen(own, sql`d.code_key = ${own.codeKey} AND d.category = ${own.today} AND NOT ${SETTLED}`)
    return [
      {
        ...ownerOf(own, 'remap-code', `${own.codeKey} ${currency}`),
        ...{ kind: 'remap-code', code, from: own.today, to: better.to, internalReason: own.internalReason, sapReason: own.sapReason ?? '' },
        effect: { before: inMoney(before, currency), after: inMoney(atRate(before, better.expectedMinor), currency), open },
      },
    ]
  })
  return (await Promise.all(changes)).flat()
}

// What customers write when a claim came after their last day. Source: denial codes and texts of the retailers' portals.
const TOO_LATE =
  '\\m(late|expired|untimely|time.?limit|time.?barred|outside|out of time|window)\\M|verspätet|verfristet|frist|逾期|超期|过期|超过.{0,6}期限'

type WindowGroup = Owner & { category: Category; current: number; claimed: string[]; won: string[]; days: number[]; late: boolean[] }

async function findWindows(inside: Sql): Promise<RuleChange[]> {
  const groups = await select<WindowGroup>(sql`
    SELECT ${OWNER}, z.currency, d.category, w.current, array_agg((z.won_minor + z.lost_minor)::text ORDER BY z.id) AS claimed,
      array_agg(z.won_minor::text ORDER BY z.id) AS won, array_agg(z.submitted_on - d.taken_on ORDER BY z.id) AS days,
      array_agg(z.won_minor = 0 AND coalesce(z.denial_code, '') || ' ' || coalesce(z.denial_text, '') ~* ${TOO_LATE} ORDER BY z.id) AS late
    FROM ${ANSWERED} JOIN LATERAL (SELECT min(y.days) AS current FROM dispute_window y WHERE y.customer_id = c.id AND y.anchor = 'payment'
      AND y.category IN (d.category, 'default') HAVING bool_or(y.confirmed_at IS NOT NULL) IS FALSE) w ON w.current IS NOT NULL
    WHERE ${IS_ANSWERED} AND ${inside} AND z.submitted_on >= d.taken_on
    GROUP BY c.id, c.code, c.name, z.currency, d.category, w.current ORDER BY c.name, d.category`)
  const changes = groups.map(async (group): Promise<RuleChange[]> => {
    const { currency, category, current } = group
    const cases = group.claimed.map((minor, at): FiledCase => {
      const [wonMinor, days, isTooLate] = [BigInt(group.won[at] ?? '0'), group.days[at] ?? 0, group.late[at] ?? false]
      return { claimedMinor: BigInt(minor), wonMinor, days, isTooLate }
    })
    const rule = shorterWindow(cases, current)
    if (rule === null) return []
    const lostMinor = rule.late.reduce((sum, one) => sum + one.claimedMinor, 0n)
    const before = { cases: rule.late.length, wonMinor: 0n, lostMinor, workMinor: filingCost(currency) * BigInt(rule.late.length) }
    const open = await countOpen(
      group,
      sql`d.category = ${category} AND d.state NOT IN ('submitted', 'closed') AND ${TAKEN_ON} + ${rule.days}::int < coalesce(d.deadline_on, 'infinity'::date)`,
    )
    return [
      {
        ...ownerOf(group, 'shorter-window', `${category} ${currency}`),
        ...{ kind: 'shorter-window', category, days: rule.days, current },
        effect: { before: inMoney(before, currency), after: inMoney(atRate(before, rule.expectedMinor), currency), open },
      },
    ]
  })
  return (await Promise.all(changes)).flat()
}

function ownerOf({ customerId, customerCode, customerName }: Owner, kind: RuleChange['kind'], of: string) {
  return { key: `${kind} ${customerId} ${of}`, customerId, customerCode, customerName }
}

// The same claims with what they would have brought.
function atRate(before: Effect, wonMinor: bigint): Effect {
  return { ...before, wonMinor, lostMinor: before.wonMinor + before.lostMinor - wonMinor }
}

function inMoney({ cases, wonMinor, lostMinor, workMinor }: Effect, currency: string): EffectMoney {
  return { cases, won: money(wonMinor, currency), lost: money(lostMinor, currency), work: money(workMinor, currency) }
}

// Of deductions that were not filed yet: what was filed goes on under the rule it was filed by.
async function countOpen({ customerId, currency }: Owner, where: Sql): Promise<ChangeEffect['open']> {
  const [row] = await select<{ count: number; minor: bigint }>(sql`
    SELECT count(*)::int AS count, coalesce(sum(d.open_minor), 0)::bigint AS minor FROM deduction d
    WHERE d.customer_id = ${customerId}::uuid AND d.currency = ${currency} AND d.open_minor > 0 AND ${where}
      AND NOT EXISTS (SELECT 1 FROM dispute s WHERE s.deduction_id = d.id AND s.submitted_on IS NOT NULL)`)
  return { count: row?.count ?? 0, amount: money(row?.minor ?? 0n, currency) }
}
