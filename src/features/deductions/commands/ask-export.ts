import { defineCommand, findNothing } from '@/server/command'
import { enqueue } from '@/server/jobs/enqueue'
import { ExportInput } from '../exports/write-export'
import { exportListJob } from '../jobs/export-list'
import { canExport } from '../policy'

/** Has the list that somebody sees written to a file in the background. */
export const askExport = defineCommand({
  event: 'deduction.export-asked',
  input: ExportInput,
  find: findNothing,
  allow: canExport,
  async change(scope, _before, input) {
    return {
      id: await enqueue(scope, exportListJob, input, {
        key: 'ui.export.job',
        values: { list: 'deductions', format: input.format.toUpperCase() },
      }),
    }
  },
})
