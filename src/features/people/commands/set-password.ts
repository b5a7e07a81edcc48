import { defineCommand } from '@/server/command'
import { hashPassword } from '@/server/password'
import { canAdminister } from '../policy'
import { SetPasswordInput } from '../schemas'
import { findUserForChange } from './find-user-for-change'

export const setPassword = defineCommand({
  event: 'user.password-set',
  input: SetPasswordInput,
  find: findUserForChange,
  allow: canAdminister,
  async change({ tx }, user, input) {
    await tx.appUser.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(input.password), version: { increment: 1 } },
    })
    // A new password ends every session opened with the old one.
    await tx.userSession.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: new Date() } })
    return { id: user.id }
  },
})
