import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { Category } from '../rules/deduction'
import { IS_PROVISION } from './provision-sql'

/** Another deduction that this one came from, went into, or repeats. */
export type Relative = { id: string; name: string; category: Category; amount: Money; takenOn: CalendarDate | null; isOpen: boolean }
/** A division or putting-together that still holds; `merged` names what went into this one. */
export type LineageChange = {
  id: string
  kind: 'split' | 'merge'
  reason: string
  by: string | null
  at: Date
  merged: { name: string; amount: Money } | null
}
/** How a deduction is related to others. `whole` is what was taken in one sum, when it was divided. */
export type Lineage = {
  whole: Money | null
  partOf: Relative | null
  parts: Relative[]
  changes: LineageChange[]
  /** Taken again after the money of this one had come back, and the other way round. */
  takenAgainAs: Relative[]
  takesAgain: Relative[]
  /** Others of the same customer that may tell of the same event: same claim, or same invoice and amount. */
  lookAlikes: (Relative & { version: number })[]
  /** A hold that the customer releases by itself, not a claim of its own. */
  isProvision: boolean
}

type Found = Omit<Relative, 'amount'> & {
  minor: bigint
  currency: string
  version: number
  as: 'whole' | 'part' | 'later' | 'earlier' | 'alike'
}

// The money of a deduction came back: repaid or reversed, and not taken back.
const CAME_BACK = (alias: 'd' | 'o') => {
  const id = alias === 'd' ? sql`d.id` : sql`o.id`
  return sql`(SELECT min(r.resolved_on) FROM resolution r WHERE r.deduction_id = ${id} AND r.kind IN ('repaid', 'reversed') AND r.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM resolution b WHERE b.reverses_id = r.id))`
}

/** What a deduction was divided into, what went into it, and which others take the same money again or had it given back. */
export async function findLineage(actor: Actor, id: string): Promise<Lineage> {
  const [[own], found, changes] = await Promise.all([
    select<{ whole: bigint | null; currency: string; isProvision: boolean }>(sql`
      SELECT whole_minor AS whole, currency, ${IS_PROVISION} AS "isProvision"
      FROM deduction d WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}`),
    select<Found>(sql`
      SELECT o.id::text, coalesce(o.claim_number, '#' || o.number) AS name, o.category, o.amount_minor AS minor, o.currency, o.taken_on AS "takenOn",
        o.open_minor > 0 AS "isOpen", o.version, k.as
      FROM deduction d JOIN deduction o ON o.customer_id = d.customer_id AND o.id <> d.id
      CROSS JOIN LATERAL (SELECT (d.claim_key IS NOT NULL AND o.claim_key = d.claim_key)
        OR (d.invoice_key IS NOT NULL AND o.invoice_key = d.invoice_key AND o.amount_minor = d.amount_minor) AS is_same) s
      CROSS JOIN LATERAL (SELECT CASE
        WHEN o.id = d.split_of_id THEN 'whole' WHEN o.split_of_id = d.id THEN 'part'
        WHEN NOT s.is_same OR o.split_of_id IS NOT NULL OR d.split_of_id IS NOT NULL THEN NULL
        WHEN ${CAME_BACK('d')} <= o.taken_on THEN 'later' WHEN ${CAME_BACK('o')} <= d.taken_on THEN 'earlier'
        WHEN o.currency = d.currency AND o.whole_minor IS NULL AND d.open_minor > 0 AND o.open_minor = o.amount_minor THEN 'alike' END AS as) k
      WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)} AND k.as IS NOT NULL
        AND (o.claim_key = d.claim_key OR o.invoice_key = d.invoice_key OR o.id = d.split_of_id OR o.split_of_id = d.id)
      ORDER BY o.number LIMIT 50`),
    select<Omit<LineageChange, 'merged'> & { name: string | null; minor: string | null; currency: string | null }>(sql`
      SELECT l.id::text, l.kind, l.reason, u.name AS by, l.created_at AS at,
        coalesce(l.content #>> '{deduction,claim_number}', '#' || (l.content #>> '{deduction,number}')) AS name,
        l.content #>> '{deduction,amount_minor}' AS minor, l.content #>> '{deduction,currency}' AS currency
      FROM deduction_lineage l LEFT JOIN app_user u ON u.id = l.created_by
      WHERE l.deduction_id = ${id}::uuid AND l.undone_at IS NULL AND ${scopeOf(actor, sql`l.customer_id`)} ORDER BY l.created_at`),
  ])
  const related = (as: Found['as']) =>
    found.filter((one) => one.as === as).map(({ minor, currency, ...one }) => ({ ...one, amount: money(minor, currency) }))
  return {
    whole: own?.whole == null ? null : money(own.whole, own.currency),
    partOf: related('whole')[0] ?? null,
    parts: related('part'),
    changes: changes.map(({ name, minor, currency, ...change }) => ({
      ...change,
      merged: name === null || minor === null || currency === null ? null : { name, amount: money(BigInt(minor), currency) },
    })),
    takenAgainAs: related('later'),
    takesAgain: related('earlier'),
    lookAlikes: related('alike'),
    isProvision: own?.isProvision ?? false,
  }
}
