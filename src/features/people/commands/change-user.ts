import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canAdminister } from '../policy'
import { ChangeUserInput } from '../schemas'
import { findUserForChange } from './find-user-for-change'

export const changeUser = defineCommand({
  event: 'user.changed',
  input: ChangeUserInput,
  find: findUserForChange,
  allow: canAdminister,
  async change({ tx, actor }, user, input) {
    const losesAdmin = actor.kind !== 'job' && actor.userId === user.id && !input.roles.includes('admin')
    if (losesAdmin) throw new Refusal('people/own-admin-role')
    const changed = await tx.appUser.updateMany({
      where: { id: user.id, version: input.version },
      data: { name: input.name, version: { increment: 1 } },
    })
    if (changed.count === 0) throw new Refusal('stale')
    await tx.userRole.deleteMany({ where: { userId: user.id, role: { notIn: input.roles } } })
    await tx.userRole.createMany({ data: input.roles.map((role) => ({ userId: user.id, role })), skipDuplicates: true })
    return { id: user.id }
  },
})
