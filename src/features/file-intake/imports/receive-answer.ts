import { type Actor, systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { canAnswer } from '@/features/tasks/policy'
import { findTask } from '@/features/tasks/queries/find-task'
import { receiveUpload } from '@/server/http/receive-upload'
import { deliverPapers } from '../commands/deliver-papers'
import { findPartIds } from '../queries/find-import-parts'
import { importFiles } from './import-files'

const BYTES_MAX = 60 * 1024 * 1024

/**
 * Takes the papers of a request in, as somebody of the asked team sends them from its page. The team need not be one that imports files
 * otherwise: what it sends is read by the system on its behalf. Refuses 'not-found' and 'not-allowed' before anything is kept.
 */
export async function receiveAnswer(actor: Actor, taskId: string, request: Request) {
  const task = await findTask(actor, taskId)
  if (task?.subject_kind !== 'deduction') throw new Refusal('not-found')
  if (!canAnswer(actor, { customerId: task.customer_id, team: task.team, createdBy: task.created_by })) throw new Refusal('not-allowed')
  const uploads = await receiveUpload(request, 'paper', BYTES_MAX)
  const system = systemActor('requests')
  const files = uploads.map(({ name, stored }) => ({
    path: `requests/${task.number}/${name}`.slice(0, 2000),
    way: 'browser' as const,
    stored,
  }))
  const ids = [...new Set((await importFiles(system, files)).map((batch) => batch.id))]
  const batchIds = [...ids, ...(await findPartIds(system, ids))].slice(0, 500)
  return deliverPapers(actor, { taskId, batchIds })
}
