import { systemActor } from '@/core/actor'
import { withLock } from '@/server/db/with-lock'
import { env } from '@/server/env'
import { resumeBatches } from '../imports/resume-batches'
import { takeDropFolder } from '../imports/take-drop-folder'

/** Picks up imports that a crash left half done. */
export async function resumeImports(): Promise<void> {
  await withLock('imports.resume', () => resumeBatches(systemActor('imports')))
}

/** Takes in what lies in the watched folder, if there is one. */
export async function watchDropFolder(): Promise<void> {
  const folder = env().RECOUP_DROP
  if (folder === undefined) return
  await withLock('imports.drop-folder', () => takeDropFolder(systemActor('drop folder'), folder))
}
