import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { enqueue } from '@/server/jobs/enqueue'
import { buildPackageJob } from '../jobs/build-package'
import { canBuild } from '../policy'
import { packageName } from '../rules/package-name'
import { BuildPackagesInput } from '../schemas'
import { type Disputable, findDisputable, openDisputes } from './open-disputes'

/** Asks for packages of these deductions: each is prepared with what is there by now and built by a job of its own. */
export const buildPackages = defineCommand({
  event: 'package.asked',
  input: BuildPackagesInput,
  find: findChosen,
  allow: canBuild,
  async change(scope, deductions) {
    const filed = deductions.find((deduction) => deduction.disputeState === 'submitted')
    if (filed) throw new Refusal('disputes/already-submitted', { details: { number: String(filed.number) } })
    const disputeIds = await openDisputes(scope, deductions)
    const jobRunIds: string[] = []
    for (const [index, disputeId] of disputeIds.entries()) {
      const deduction = deductions[index]
      const name = deduction ? packageName(deduction.claimNumber, deduction.number) : ''
      jobRunIds.push(await enqueue(scope, buildPackageJob, { disputeId }, { key: 'disputes.job.build', values: { name } }))
    }
    return { disputeIds, jobRunIds }
  },
  timeoutMs: 60_000,
})

function findChosen(scope: Scope, input: { deductionIds: readonly string[] }): Promise<Disputable[] | null> {
  return findDisputable(scope, input.deductionIds)
}
