import { defineCommand, type Scope } from '@/server/command'
import { canBuild } from '../policy'
import { PrepareInput } from '../schemas'
import { type Disputable, findDisputable, openDisputes } from './open-disputes'

/** Opens the dispute of a deduction and collects its exhibits. Doing it again changes nothing but adds what turned up since. */
export const prepareDispute = defineCommand({
  event: 'dispute.prepared',
  input: PrepareInput,
  find: findOne,
  allow: canBuild,
  async change(scope, deductions) {
    const [id = ''] = await openDisputes(scope, deductions)
    return { id }
  },
})

function findOne(scope: Scope, input: { deductionId: string }): Promise<Disputable[] | null> {
  return findDisputable(scope, [input.deductionId])
}
