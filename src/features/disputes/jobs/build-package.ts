import * as z from 'zod'
import { defineJob } from '@/server/jobs/define-job'
import { makePackage } from './make-package'

/** Builds one package in the background. */
export const buildPackageJob = defineJob({
  name: 'disputes.build-package',
  input: z.object({ disputeId: z.uuid() }),
  retriesMax: 2,
  concurrency: 1,
  async run({ actor, progress, signal }, { disputeId }) {
    await progress(0, 1)
    const { id, version, built } = await makePackage(actor, disputeId, signal)
    await progress(1, 1)
    return { disputeId, packageId: id, version, pages: built.result.pageCount }
  },
})
