import { storeExport } from '@/features/deductions/exports/write-export'
import { defineJob } from '@/server/jobs/define-job'
import { exportAnyList, ListExportInput } from '../exports/export-any-list'

/** Writes a list to a file for who asked; the file is fetched by the number of the work. */
export const exportAnyListJob = defineJob({
  name: 'reports.export',
  input: ListExportInput,
  retriesMax: 1,
  concurrency: 1,
  async run({ actor, progress, jobRunId }, input) {
    return storeExport(await exportAnyList(actor, input, progress), jobRunId)
  },
})
