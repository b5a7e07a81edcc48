import { Refusal } from '@/core/refusal'
import { defineCommand, findNothing } from '@/server/command'
import { hashPassword } from '@/server/password'
import { canAdminister } from '../policy'
import { AddUserInput } from '../schemas'

export const addUser = defineCommand({
  event: 'user.added',
  input: AddUserInput,
  find: findNothing,
  allow: canAdminister,
  async change({ tx }, _before, input) {
    const taken = await tx.appUser.findUnique({ where: { email: input.email }, select: { id: true } })
    if (taken) throw new Refusal('people/email-taken', { fields: { email: 'people/email-taken' } })
    const passwordHash = input.password === null ? null : await hashPassword(input.password)
    const user = await tx.appUser.create({
      data: { email: input.email, name: input.name, locale: input.locale, passwordHash },
      select: { id: true },
    })
    await tx.userRole.createMany({ data: input.roles.map((role) => ({ userId: user.id, role })) })
    return { id: user.id, email: input.email }
  },
})
