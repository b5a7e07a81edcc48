import { systemActor } from '@/core/actor'
import { withLock } from '@/server/db/with-lock'
import { env } from '@/server/env'
import { resumeBatches, resumeWaiting } from '../imports/resume-batches'
import { takeDropFolder } from '../imports/take-drop-folder'

let hasReadWaiting = false

/** Picks up imports that a crash left half done; after a start also files that an earlier version could not read. */
export async function resumeImports(): Promise<void> {
  await withLock('imports.resume', async () => {
    const actor = systemActor('imports')
    await resumeBatches(actor)
    if (hasReadWaiting) return
    await resumeWaiting(actor)
    hasReadWaiting = true
  })
}

/** Takes in what lies in the watched folder, if there is one. */
export async function watchDropFolder(): Promise<void> {
  const folder = env().RECOUP_DROP
  if (folder === undefined) return
  await withLock('imports.drop-folder', () => takeDropFolder(systemActor('drop folder'), folder))
}
