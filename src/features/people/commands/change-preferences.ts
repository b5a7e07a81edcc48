import { defineCommand } from '@/server/command'
import { isPerson } from '../policy'
import { ChangePreferencesInput } from '../schemas'
import { findUserForChange } from './find-user-for-change'

export const changePreferences = defineCommand({
  event: 'user.preferences-changed',
  input: ChangePreferencesInput,
  find: async (scope) => (scope.actor.kind === 'user' ? findUserForChange(scope, { userId: scope.actor.userId }) : null),
  allow: isPerson,
  async change({ tx }, user, input) {
    await tx.appUser.update({ where: { id: user.id }, data: { locale: input.locale, theme: input.theme } })
    return { id: user.id, ...input }
  },
})
