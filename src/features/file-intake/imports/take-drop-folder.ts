import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Actor } from '@/core/actor'
import { now } from '@/server/clock'
import { importFiles } from './import-files'

/** Where files go after they were taken in; the folder's own name keeps it from being taken in again. */
const TAKEN_FOLDER = '.taken'
/** A file that changed this recently may still be arriving. */
const SETTLED_MILLISECONDS = 5_000
const FILES_AT_ONCE = 500

/** Takes in the settled files of a folder and moves them aside; their paths below it hint at the customer. */
export async function takeDropFolder(actor: Actor, folder: string): Promise<number> {
  const files = await settledFiles(folder)
  if (files.length === 0) return 0
  await importFiles(
    actor,
    files.map((file) => ({ path: relative(folder, file), way: 'folder' as const, content: () => readFile(file) })),
  )
  for (const file of files) {
    const aside = join(folder, TAKEN_FOLDER, relative(folder, file))
    await mkdir(dirname(aside), { recursive: true })
    await rename(file, aside)
  }
  return files.length
}

async function settledFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const settledBefore = now().getTime() - SETTLED_MILLISECONDS
  const found: string[] = []
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const isHidden = relative(folder, path)
      .split(/[\\/]/)
      .some((part) => part.startsWith('.'))
    if (!entry.isFile() || isHidden || found.length >= FILES_AT_ONCE) continue
    if ((await stat(path)).mtimeMs <= settledBefore) found.push(path)
  }
  return found.sort()
}
