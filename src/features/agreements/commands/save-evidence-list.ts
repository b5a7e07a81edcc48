import { defineCommand, type Scope } from '@/server/command'
import { canKeepPlaybook } from '../policy'
import { SaveEvidenceListInput } from '../schemas'

/** Keeps which papers a customer (or everybody) wants for a category of claims; replaces the list that was there. */
export const saveEvidenceList = defineCommand({
  event: 'evidence-list.saved',
  input: SaveEvidenceListInput,
  find: findOwner,
  allow: canKeepPlaybook,
  async change({ tx }, owner, input) {
    const list = { customerId: owner.customerId, category: input.category, freightTerms: input.freightTerms }
    await tx.evidenceRequirement.deleteMany({ where: list })
    await tx.evidenceRequirement.createMany({
      data: input.evidence.map(([evidence, level], index) => ({ ...list, evidence, level, sortOrder: index + 1, source: input.source })),
    })
    return { count: input.evidence.length }
  },
})

async function findOwner({ tx }: Scope, input: { customer: string | null }): Promise<{ customerId: string | null } | null> {
  if (input.customer === null) return { customerId: null }
  const customer = await tx.customer.findUnique({ where: { code: input.customer }, select: { id: true } })
  return customer ? { customerId: customer.id } : null
}
