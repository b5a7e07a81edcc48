import { Refusal } from '@/core/refusal'
import { defineCommand, findNothing } from '@/server/command'
import { enqueue } from '@/server/jobs/enqueue'
import { ListExportInput } from '../exports/export-any-list'
import { exportAnyListJob } from '../jobs/export-any-list'
import { canExportList } from '../policy'
import { listSource } from '../queries/list-sources'

/** Has a list that somebody sees written to a file in the background. */
export const askListExport = defineCommand({
  event: 'list.export-asked',
  input: ListExportInput,
  find: findNothing,
  allow: canExportList,
  async change(scope, _before, input) {
    if (!listSource(scope.actor, input.list)) throw new Refusal('not-allowed')
    const values = { list: input.list, format: input.format.toUpperCase() }
    return { id: await enqueue(scope, exportAnyListJob, input, { key: 'ui.export.job', values }) }
  },
})
