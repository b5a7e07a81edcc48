import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canAdminister } from '../policy'
import { DisableUserInput } from '../schemas'
import { findUserForChange } from './find-user-for-change'

export const disableUser = defineCommand({
  event: 'user.disabled-or-enabled',
  input: DisableUserInput,
  find: findUserForChange,
  allow: canAdminister,
  async change({ tx, actor }, user, input) {
    if (input.isDisabled && actor.kind !== 'job' && actor.userId === user.id) throw new Refusal('people/own-account')
    await tx.appUser.update({ where: { id: user.id }, data: { isDisabled: input.isDisabled, version: { increment: 1 } } })
    if (input.isDisabled) await tx.userSession.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: new Date() } })
    return { id: user.id, email: user.email, isDisabled: input.isDisabled }
  },
})
