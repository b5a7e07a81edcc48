import { defineCommand } from '@/server/command'
import { isPerson } from '../policy'
import { ChooseNewsMailInput } from '../schemas'
import { findUserForChange } from './find-user-for-change'

/** Whether a person's unread news also come by mail: at once, once a day, or never. */
export const chooseNewsMail = defineCommand({
  event: 'user.preferences-changed',
  input: ChooseNewsMailInput,
  find: async (scope) => (scope.actor.kind === 'user' ? findUserForChange(scope, { userId: scope.actor.userId }) : null),
  allow: isPerson,
  async change({ tx }, user, { newsMail }) {
    await tx.appUser.update({ where: { id: user.id }, data: { newsMail } })
    return { newsMail }
  },
})
