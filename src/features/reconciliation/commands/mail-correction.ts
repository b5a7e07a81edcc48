import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { queueMail } from '@/server/mail/queue-mail'
import { canHandleDifference } from '../policy'
import { MailCorrectionInput } from '../schemas'
import { findDifferenceForChange } from './find-difference-for-change'

/**
 * Asks for a correction by mail: of the team whose system is wrong, or of the customer. It waits in the outbox; the difference then waits
 * for them and closes by itself. What is answered to it joins its history.
 */
export const mailCorrection = defineCommand({
  event: 'difference.correction-mailed',
  input: MailCorrectionInput,
  find: findDifferenceForChange,
  allow: canHandleDifference,
  async change(scope, difference, { to, subject, text }) {
    if (difference.state === 'resolved') throw new Refusal('reconciliation/already-resolved')
    await queueMail(scope, { to, subject, text, subjectKind: 'difference', subjectId: difference.id, customerId: difference.customerId })
    await scope.tx.difference.update({ where: { id: difference.id }, data: { state: 'asked', version: { increment: 1 } } })
    return { id: difference.id }
  },
})
