import { defineCommand } from '@/server/command'
import { canAdminister } from '../policy'
import { RevokeTokenInput } from '../schemas'

export const revokeToken = defineCommand({
  event: 'token.revoked',
  input: RevokeTokenInput,
  find: async ({ tx }, input) => tx.apiToken.findUnique({ where: { id: input.tokenId }, select: { id: true } }),
  allow: canAdminister,
  async change({ tx }, token) {
    await tx.apiToken.updateMany({ where: { id: token.id, revokedAt: null }, data: { revokedAt: new Date() } })
    return { id: token.id }
  },
})
