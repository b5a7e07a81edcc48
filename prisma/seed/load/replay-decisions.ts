import { type Actor, systemActor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { assignDeduction } from '@/features/deductions/commands/assign-deduction'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { addComment } from '@/features/tasks/commands/add-comment'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { select, sql } from '@/server/db/client'
import type { LaterDecision } from '../story/decision'
import { dateRequestBack } from './date-back'
import { answerDispute, fileDispute } from './replay-disputes'

type Claim = { id: string; version: number; openMinor: bigint; state: string }

/** Replays decisions of the demo's people, oldest first, through the commands they would have used. Returns how many took effect. */
export async function replayDecisions(
  decisions: readonly LaterDecision[],
  today: CalendarDate,
  people: ReadonlyMap<string, Actor>,
): Promise<number> {
  let done = 0
  for (const decision of decisions) {
    const claim = await findClaim(decision)
    if (claim && (await replay(decision, claim, today, people))) done += 1
  }
  return done
}

async function findClaim({ customer, claimNo }: LaterDecision): Promise<Claim | null> {
  const [claim] = await select<{ id: string; version: number; open_minor: bigint; state: string }>(sql`
    SELECT d.id, d.version, d.open_minor, d.state FROM deduction d JOIN customer c ON c.id = d.customer_id
    WHERE c.code = ${customer} AND d.claim_key = ${comparisonKey(claimNo)} ORDER BY d.number LIMIT 1`)
  return claim ? { id: claim.id, version: claim.version, openMinor: claim.open_minor, state: claim.state } : null
}

async function replay(decision: LaterDecision, claim: Claim, today: CalendarDate, people: ReadonlyMap<string, Actor>): Promise<boolean> {
  const actor = people.get(decision.by) ?? systemActor('demo')
  const on = addDays(today, -decision.onDaysAgo)
  const subject = { subjectKind: 'deduction', subjectId: claim.id } as const
  if (claim.openMinor === 0n) return false
  switch (decision.action) {
    case 'assign': {
      const owner = people.get(decision.owner)
      if (owner?.kind !== 'user') return false
      await assignDeduction(actor, { deductions: [claim], ownerId: owner.userId })
      return true
    }
    case 'accept':
      await resolveDeduction(actor, {
        id: claim.id,
        version: claim.version,
        kind: 'accepted',
        resolvedOn: on,
        reason: decision.reason,
        causeElse: 'goodwill',
      })
      return true
    case 'expire':
      await resolveDeduction(actor, { id: claim.id, version: claim.version, kind: 'expired', resolvedOn: on, reason: decision.reason })
      return true
    case 'ask': {
      const { team, title, locale } = decision
      const dueAt = `${addDays(on, decision.dueInDays)}T17:00:00Z`
      const { id } = await askTeam(actor, { ...subject, kind: decision.evidence, team, title, locale, dueAt })
      await dateRequestBack(actor, id, on)
      return true
    }
    case 'comment':
      await addComment(actor, { ...subject, body: decision.text })
      return true
    case 'submit':
      return fileDispute(actor, claim.id, on, decision.portalReference)
    case 'win':
    case 'lose':
      return answerDispute({ specialist: people.get('LW') ?? actor, cashier: people.get('CD') ?? actor }, claim.id, decision, today)
  }
}
