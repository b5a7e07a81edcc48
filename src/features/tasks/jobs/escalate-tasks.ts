import { systemActor } from '@/core/actor'
import { withLock } from '@/server/db/with-lock'
import { escalateTasks } from '../commands/escalate-tasks'

/** Looks which requests are due to be reminded of or handed up. */
export async function watchRequests(): Promise<void> {
  await withLock('tasks.escalate', async () => void (await escalateTasks(systemActor('requests'), {})))
}
