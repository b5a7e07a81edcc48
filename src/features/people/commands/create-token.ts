import { Refusal } from '@/core/refusal'
import { defineCommand, findNothing } from '@/server/command'
import { newToken } from '@/server/token'
import { canAdminister } from '../policy'
import { CreateTokenInput } from '../schemas'

export const createToken = defineCommand({
  event: 'token.created',
  isSecret: true,
  input: CreateTokenInput,
  find: findNothing,
  allow: canAdminister,
  async change({ tx }, _before, input) {
    const user = await tx.appUser.findUnique({ where: { email: input.email }, select: { id: true } })
    if (!user) throw new Refusal('not-found', { fields: { email: 'people/unknown-user' } })
    const { token, tokenHash } = newToken()
    const row = await tx.apiToken.create({ data: { userId: user.id, name: input.name, tokenHash }, select: { id: true } })
    return { id: row.id, token }
  },
})
