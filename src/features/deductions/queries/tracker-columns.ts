import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { type Sql, sql } from '@/server/db/client'
import type { FieldColumn } from '@/server/db/condition-sql'
import type { TrackerField } from '../rules/tracker-fields'
import { CAUSE } from './cause-sql'
import { AT_RISK, NEXT_ACTION, TAKEN_ON } from './deduction-terms'

/** Where the fields of conditions stand, over `deduction d`. */
export function trackerColumns(actor: Actor): Readonly<Record<TrackerField, FieldColumn>> {
  const currency = sql`d.currency`
  return {
    customer: {
      kind: 'choice',
      column: sql`d.customer_id`,
      isAny: (codes) => sql`d.customer_id = ANY(ARRAY(SELECT id FROM customer WHERE code = ANY(${[...codes]}::text[])))`,
    },
    claim: numberOf('claim', sql`d.claim_key`),
    invoice: numberOf('invoice', sql`d.invoice_key`),
    po: numberOf('po', sql`d.po_key`),
    payment: numberOf('payment', sql`d.payment_key`),
    amount: { kind: 'money', column: sql`d.amount_minor`, currency },
    open: { kind: 'money', column: sql`d.open_minor`, currency },
    risk: { kind: 'money', column: AT_RISK, currency },
    category: { kind: 'choice', column: sql`d.category` },
    code: { kind: 'text', column: sql`d.reason_code` },
    verdict: { kind: 'choice', column: sql`coalesce(d.decided_verdict, d.verdict)` },
    // Shown in percent, kept in parts per million.
    sure: { kind: 'number', column: sql`d.confidence_ppm`, scale: 4 },
    state: { kind: 'choice', column: sql`d.state` },
    deadline: { kind: 'date', column: sql`d.deadline_on` },
    taken: { kind: 'date', column: TAKEN_ON },
    lacking: { kind: 'number', column: sql`greatest(d.evidence_need - d.evidence_have, 0)` },
    owner: { kind: 'choice', column: sql`d.owner_id`, isAny: (ids) => ownerIs(actor, ids) },
    next: { kind: 'choice', column: NEXT_ACTION },
    liable: { kind: 'choice', column: sql`d.liable` },
    cause: {
      kind: 'choice',
      column: CAUSE,
      isAny: (keys) =>
        sql`(${CAUSE} = ANY(${[...keys]}::text[]) OR ${CAUSE} IN (SELECT key FROM root_cause WHERE parent_key = ANY(${[...keys]}::text[])))`,
    },
    currency: { kind: 'choice', column: currency },
  }
}

// Part of a number is found by the index of all numbers.
function numberOf(kind: 'claim' | 'invoice' | 'po' | 'payment', column: Sql): FieldColumn {
  return {
    kind: 'text',
    column,
    keyOf: comparisonKey,
    contains: (pattern) =>
      sql`d.id = ANY(ARRAY(SELECT n.deduction_id FROM deduction_number n WHERE n.kind = ${kind} AND n.key LIKE ${pattern}))`,
  }
}

function ownerIs(actor: Actor, ids: readonly string[]): Sql {
  const meant = ids.map((id) => (id === 'me' && actor.kind !== 'job' ? actor.userId : id))
  return sql`d.owner_id::text = ANY(${meant}::text[])`
}
