import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canHandleDifference } from '../policy'
import { AskCorrectionsInput } from '../schemas'
import { askCorrection } from './ask-correction'
import { findDifferencesForChange } from './find-differences-for-change'

/** Asks for the correction of many differences at once, each of the team whose system is wrong. All or none. */
export const askCorrections = defineCommand({
  event: 'difference.corrections-asked',
  input: AskCorrectionsInput,
  find: (scope, input) => findDifferencesForChange(scope, { ids: input.requests.map((request) => request.differenceId) }),
  allow: (actor, found) => found.every((difference) => canHandleDifference(actor, difference)),
  timeoutMs: 60_000,
  async change(scope, found, input) {
    if (found.some((difference) => difference.state !== 'open')) throw new Refusal('reconciliation/already-asked')
    for (const request of input.requests) {
      await askCorrection(scope.actor, { ...request, note: input.note, locale: input.locale }, { within: scope })
    }
    return { asked: found.length }
  },
})
