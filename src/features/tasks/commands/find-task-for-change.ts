import { seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import type { Scope } from '@/server/command'
import { readWording } from '../rules/request-wording'

const FIELDS = {
  id: true,
  number: true,
  customerId: true,
  team: true,
  createdBy: true,
  state: true,
  version: true,
  kind: true,
  title: true,
  body: true,
  wording: true,
  dueAt: true,
} as const

/** The task a command works on, if the actor may see its customer. */
export async function findTaskForChange({ tx, actor }: Scope, input: { taskId: string }) {
  const task = await tx.task.findUnique({ where: { id: input.taskId }, select: FIELDS })
  if (!task || !seesCustomer(actor, task.customerId === null ? null : asId<'customer'>(task.customerId))) return null
  return { ...task, wording: readWording(task.wording) }
}
