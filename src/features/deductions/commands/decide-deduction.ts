import { voidApprovals } from '@/features/approvals/commands/void-approvals'
import { findOwnLimits, isAbove } from '@/features/approvals/queries/find-own-limits'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn } from '@/server/db/client'
import { canDecide } from '../policy'
import { type Decision, decide, givenUp } from '../rules/decide'
import { DecideInput } from '../schemas'
import { askSecondPerson } from './ask-second-person'
import { assertCause } from './assert-cause'
import { assertFresh } from './assert-fresh'
import { findForChange } from './find-for-change'
import { writeDecisions } from './write-decisions'

/**
 * A person agrees with the verdict, overrules it with a reason, or takes the decision back; for one deduction or many.
 * What gives up more than the person's limit waits for a second one and changes nothing until then. Answers the version each changed one has since.
 */
export const decideDeduction = defineCommand({
  event: 'deduction.decided',
  input: DecideInput,
  find: findForChange,
  allow: canDecide,
  async change(scope, deductions, input) {
    await assertFresh(scope, deductions, input, 'decide')
    await assertCause(scope, input.causeKey, input.decision === 'valid')
    const limits = await findOwnLimits(scope.actor, (query) => selectIn(scope.tx, query))
    const all = deductions.map((deduction) => {
      const decision = decide(deduction, input)
      return { deduction, decision, lost: givenUp(deduction, decision) }
    })
    const needsSecond = ({ deduction, lost }: (typeof all)[number]) => lost > 0n && isAbove(limits, lost, deduction.currency)
    const alone = all.filter((one) => !needsSecond(one)).map((one) => one.decision)
    const rows = alone.length > 0 ? await writeAlone(scope, alone, input.reason) : []
    const waiting = all.filter(needsSecond)
    for (const { deduction, decision, lost } of waiting)
      await askSecondPerson(scope, deduction, {
        act: 'overrule',
        from: deduction.verdict,
        decision: decision.verdict ?? deduction.verdict,
        recoverableMinor: decision.recoverable.toString(),
        amountMinor: lost.toString(),
        currency: deduction.currency,
        reason: input.reason,
        causeKey: decision.causeKey ?? '',
      })
    return { count: alone.length, waiting: waiting.length, rows }
  },
})

// What somebody asked to give up before is not what stands now.
async function writeAlone(scope: Scope, decisions: readonly Decision[], reason: string): ReturnType<typeof writeDecisions> {
  const rows = await writeDecisions(scope, decisions, reason)
  await voidApprovals(scope.actor, { kind: 'giving-up', subjectIds: decisions.map(({ id }) => id) }, { within: scope })
  return rows
}
