import * as z from 'zod'
import { asCalendarDate, type CalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { findFreightRules } from '@/features/agreements/commands/find-freight-rules'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canClaimFreight } from '../policy'
import { FREIGHT_CLAIM_KINDS, fileBy, noticeBy } from '../rules/freight-claim'

const day = z.iso.date('not-a-date').transform(asCalendarDate)

/** A deduction whose goods the carrier lost or damaged. What is left empty is taken from its shipment. Amount in minor units as text. */
const OpenFreightClaimInput = z.strictObject({
  deductionId: z.uuid(),
  kind: z.enum(FREIGHT_CLAIM_KINDS),
  amountMinor: z
    .string()
    .regex(/^\d{0,15}$/, 'not-an-amount')
    .default(''),
  carrier: z.string().trim().max(60, 'too_big').default(''),
  deliveredOn: day.nullable().default(null),
})
type Input = z.output<typeof OpenFreightClaimInput>

type Subject = {
  id: string
  customerId: string
  amountMinor: bigint
  currency: string
  deliveryKey: string | null
  carrier: string | null
  pro: string | null
  bol: string | null
  deliveredOn: CalendarDate | null
  shippedOn: CalendarDate | null
  /** A claim on this shipment that was not filed yet takes the deduction along. */
  openClaimId: string | null
  claimedMinor: bigint
}

/**
 * Opens a claim on the carrier for a deduction, or adds it to the one on the same shipment that is not filed yet; its clock starts at the
 * delivery. Refuses without a carrier or a day to count from, and more than was taken, claims of all times together.
 */
export const openFreightClaim = defineCommand({
  event: 'freight-claim.opened',
  input: OpenFreightClaimInput,
  find: findSubject,
  allow: canClaimFreight,
  async change(scope, subject, input) {
    const amountMinor = input.amountMinor === '' ? subject.amountMinor - subject.claimedMinor : BigInt(input.amountMinor)
    if (amountMinor <= 0n || subject.claimedMinor + amountMinor > subject.amountMinor)
      throw new Refusal('disputes/freight-too-much', { fields: { amountMinor: 'too_big' } })
    const id = subject.openClaimId ?? (await writeClaim(scope, subject, input))
    await scope.tx.$executeRaw(sql`
      INSERT INTO freight_claim_line AS l (claim_id, deduction_id, customer_id, amount_minor) VALUES (${id}::uuid, ${subject.id}::uuid,
        ${subject.customerId}::uuid, ${amountMinor}) ON CONFLICT (claim_id, deduction_id) DO UPDATE SET amount_minor = l.amount_minor + excluded.amount_minor`)
    return { id, isNew: subject.openClaimId === null }
  },
})

async function writeClaim({ tx, actor }: Scope, subject: Subject, input: Input): Promise<string> {
  const carrier = input.carrier || subject.carrier
  if (carrier === null) throw new Refusal('invalid-input', { fields: { carrier: 'required' } })
  const anchor = { deliveredOn: input.deliveredOn ?? subject.deliveredOn, shippedOn: subject.shippedOn }
  const from = anchor.deliveredOn ?? anchor.shippedOn
  if (from === null) throw new Refusal('invalid-input', { fields: { deliveredOn: 'required' } })
  const rules = await findFreightRules(tx, carrier, from)
  const [row] = await selectIn<{ id: string }>(
    tx,
    sql`INSERT INTO freight_claim (customer_id, carrier, pro_number, bol_number, delivery_key, kind, delivered_on, shipped_on, currency, notice_by, file_by, created_by)
      VALUES (${subject.customerId}::uuid, ${carrier}, ${subject.pro}, ${subject.bol}, ${subject.deliveryKey}, ${input.kind}, ${anchor.deliveredOn}::date,
        ${anchor.shippedOn}::date, ${subject.currency}, ${noticeBy(input.kind, anchor.deliveredOn, rules)}::date, ${fileBy(anchor, rules)}::date,
        ${actor.kind === 'job' ? null : actor.userId}::uuid) RETURNING id::text`,
  )
  if (!row) throw new Error('freight claim was not written')
  return row.id
}

async function findSubject({ tx, actor }: Scope, { deductionId }: Input): Promise<Subject | null> {
  const [row] = await selectIn<Subject>(
    tx,
    sql`SELECT d.id::text, d.customer_id::text AS "customerId", d.amount_minor AS "amountMinor", d.currency, dl.number_key AS "deliveryKey", dl.carrier, dl.pro, dl.bol,
        coalesce((SELECT max((e.happened_at AT TIME ZONE 'UTC')::date) FROM carrier_event e WHERE e.status = 'D1'
            AND (e.pro_key = dl.pro_key OR e.bol_key = dl.bol_key OR e.delivery_key = dl.number_key)),
          (SELECT max(p.signed_on) FROM delivery_paper p WHERE p.kind IN ('delivery-receipt', 'proof-of-delivery')
            AND (p.delivery_key = dl.number_key OR p.bol_key = dl.bol_key OR p.pro_key = dl.pro_key)))::text AS "deliveredOn", dl.issued_on::text AS "shippedOn",
        (SELECT f.id::text FROM freight_claim f WHERE f.customer_id = d.customer_id AND f.delivery_key = dl.number_key AND f.currency = d.currency AND f.state = 'open'
          ORDER BY f.created_at LIMIT 1) AS "openClaimId",
        (SELECT coalesce(sum(l.amount_minor), 0)::bigint FROM freight_claim_line l JOIN freight_claim f ON f.id = l.claim_id
          WHERE l.deduction_id = d.id AND f.state <> 'withdrawn') AS "claimedMinor"
      FROM deduction d LEFT JOIN LATERAL (SELECT l.* FROM delivery_line l WHERE l.customer_id = d.customer_id AND l.number_key = d.delivery_key
        ORDER BY l.line LIMIT 1) dl ON true
      WHERE d.id = ${deductionId}::uuid AND ${scopeOf(actor, sql`d.customer_id`)} FOR UPDATE OF d`,
  )
  return row ?? null
}
