import { type Actor, systemActor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { postLedgerRequest } from '@/features/deductions/commands/post-ledger-request'
import { fileFreightClaim } from '@/features/disputes/commands/file-freight-claim'
import { openFreightClaim } from '@/features/disputes/commands/open-freight-claim'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { makePackage } from '@/features/disputes/jobs/make-package'
import { select, sql } from '@/server/db/client'

/** What was accepted up to this many days ago is in the books; the rest waits for finance. */
const POSTED_AFTER_DAYS = 7
/** Packages that wait for their account manager, and claims on carriers. */
const TO_FILE = 3
const FREIGHT_CLAIMS = 4

/**
 * What stands behind the decisions by now: older acceptances are posted, some packages wait to be filed, the carriers at fault got
 * their claims. Doing it again adds nothing.
 */
export async function finishWork(today: CalendarDate, people: ReadonlyMap<string, Actor>): Promise<void> {
  const actorOf = (key: string) => people.get(key) ?? systemActor('demo')
  await postAccepted(today, actorOf('FY'))
  await buildToFile(today)
  await claimFromCarriers(today, actorOf('WX'))
}

async function postAccepted(today: CalendarDate, finance: Actor): Promise<void> {
  const asked = await select<{ id: string; version: number; number: number; resolved_on: CalendarDate }>(sql`
    SELECT q.id::text, q.version, q.number, r.resolved_on::text FROM ledger_request q JOIN resolution r ON r.id = q.resolution_id
    WHERE q.state = 'requested' AND r.resolved_on <= ${addDays(today, -POSTED_AFTER_DAYS)}::date ORDER BY q.number`)
  for (const { id, version, number, resolved_on } of asked) {
    const postedOn = addDays(resolved_on, 2)
    await postLedgerRequest(finance, { id, version, documentNumber: String(1_900_000_000 + number), postedOn })
  }
}

/** Claims of the account manager who works on a phone, with the most time left: nobody else's journey starts with them. */
async function buildToFile(today: CalendarDate): Promise<void> {
  const builder = systemActor('demo')
  const claims = await select<{ id: string }>(sql`
    SELECT d.id::text FROM deduction d JOIN customer_assignment a ON a.customer_id = d.customer_id JOIN app_user u ON u.id = a.user_id
    WHERE u.email = 'qin.zhao@meridian.example' AND d.verdict = 'invalid' AND d.open_minor > 0 AND d.recoverable_minor > 0
      AND d.evidence_have = d.evidence_need AND d.deadline_on > ${addDays(today, 8)}::date
      AND NOT EXISTS (SELECT FROM dispute z WHERE z.deduction_id = d.id)
      AND (SELECT count(*) FROM dispute z WHERE z.state = 'ready') < ${TO_FILE}
    ORDER BY d.deadline_on, d.number LIMIT ${TO_FILE}`)
  for (const { id } of claims) {
    const dispute = await prepareDispute(builder, { deductionId: id })
    await makePackage(builder, dispute.id)
  }
}

/** The first claims are with the carrier, the last one still has to be filed. */
async function claimFromCarriers(today: CalendarDate, logistics: Actor): Promise<void> {
  const lost = await select<{ id: string; category: string }>(sql`
    SELECT d.id::text, d.category FROM deduction d
    WHERE d.liable = 'carrier' AND d.category IN ('shortage', 'damage') AND EXISTS (
        SELECT FROM delivery_line s WHERE s.customer_id = d.customer_id AND s.number_key = d.delivery_key AND s.carrier IS NOT NULL)
      AND NOT EXISTS (SELECT FROM freight_claim) ORDER BY d.taken_on, d.number LIMIT ${FREIGHT_CLAIMS}`)
  for (const [index, { id, category }] of lost.entries()) {
    const kind = category === 'damage' ? 'visible-damage' : 'loss'
    const claim = await openFreightClaim(logistics, { deductionId: id, kind })
    if (index === lost.length - 1) continue
    await fileFreightClaim(logistics, {
      id: claim.id,
      version: 1,
      filedOn: addDays(today, -10 + index),
      claimReference: `CLM-${7_741 + index * 13}`,
    })
  }
}
