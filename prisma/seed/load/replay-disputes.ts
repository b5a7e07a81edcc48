import { type Actor, systemActor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { bookReturn } from '@/features/disputes/commands/book-return'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { recordAnswer } from '@/features/disputes/commands/record-answer'
import { submitDispute } from '@/features/disputes/commands/submit-dispute'
import { makePackage } from '@/features/disputes/jobs/make-package'
import { select, sql } from '@/server/db/client'
import type { LaterDecision } from '../story/decision'

type Answer = Extract<LaterDecision, { action: 'win' | 'lose' }>
/** Who records an answer and gives up what was lost, and who books the money. */
type Desk = { specialist: Actor; cashier: Actor }
type Dispute = { id: string; version: number; amount_minor: bigint; state: string; category: string }

/** Builds the package of a claim and files it on that day, as its account manager did. A claim that is not disputable is left alone. */
export async function fileDispute(actor: Actor, deductionId: string, on: CalendarDate, portalReference: string): Promise<boolean> {
  const builder = systemActor('demo')
  const [disputable] = await select<{ id: string }>(sql`
    SELECT id FROM deduction WHERE id = ${deductionId}::uuid AND open_minor > 0 AND recoverable_minor > 0
      AND (deadline_on IS NULL OR deadline_on >= ${on}::date) AND taken_on <= ${on}::date`)
  if (!disputable) return false
  const { id } = await prepareDispute(builder, { deductionId })
  if ((await findDispute(deductionId))?.state === 'submitted') return false
  const { id: packageId } = await makePackage(builder, id)
  const dispute = await findDispute(deductionId)
  if (!dispute) return false
  await submitDispute(actor, { disputeId: id, version: dispute.version, packageId, submittedOn: on, portalReference })
  return true
}

/** Records what the customer answered, and the money when it came back. */
export async function answerDispute(
  { specialist, cashier }: Desk,
  deductionId: string,
  answer: Answer,
  today: CalendarDate,
): Promise<boolean> {
  const dispute = await findDispute(deductionId)
  if (dispute?.state !== 'submitted') return false
  const answeredOn = addDays(today, -answer.onDaysAgo)
  const won = answer.action === 'win' ? smaller(answer.amount.minor, dispute.amount_minor) : 0n
  const isPaid = answer.action === 'win' && answer.paidOnDaysAgo !== null
  await recordAnswer(specialist, {
    disputeId: dispute.id,
    version: dispute.version,
    answeredOn,
    wonMinor: won.toString(),
    lostMinor: (dispute.amount_minor - won).toString(),
    way: 'promised',
    acceptsLoss: answer.action === 'lose' || won < dispute.amount_minor,
    ...(won < dispute.amount_minor ? denialOf(dispute.category) : {}),
  })
  if (isPaid) await bookMoney(cashier, deductionId, won, addDays(today, -(answer.paidOnDaysAgo ?? 0)))
  return true
}

const DENIALS: Readonly<Record<string, readonly [code: string, text: string]>> = {
  shortage: ['D06', 'Proof of delivery does not show the order number'],
  price: ['P02', 'Cost change not approved by the buyer'],
  compliance: ['C11', 'Appointment was changed by the carrier'],
  returns: ['R04', 'Return authorisation does not name the items'],
}

function denialOf(category: string): { denialCode: string; denialText: string } {
  const [denialCode, denialText] = DENIALS[category] ?? ['D09', 'Documents do not support the dispute']
  return { denialCode, denialText }
}

async function bookMoney(actor: Actor, deductionId: string, won: bigint, bookedOn: CalendarDate): Promise<void> {
  const dispute = await findDispute(deductionId)
  if (!dispute || won === 0n) return
  await bookReturn(actor, { disputeId: dispute.id, version: dispute.version, way: 'repaid', amountMinor: won.toString(), bookedOn })
}

async function findDispute(deductionId: string): Promise<Dispute | null> {
  const [dispute] = await select<Dispute>(
    sql`SELECT z.id, z.version, z.amount_minor, z.state, d.category FROM dispute z JOIN deduction d ON d.id = z.deduction_id
      WHERE d.id = ${deductionId}::uuid`,
  )
  return dispute ?? null
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
