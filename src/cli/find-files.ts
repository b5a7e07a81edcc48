import { lstat, readdir } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { env } from '@/server/env'
import { UsageError } from './command'

/** A file to read, and its path as far as it tells something: below the named folder, or the whole of it. */
export type FoundFile = { file: string; path: string }

/** A path as the person means it, from where they stand. */
export function fromHere(path: string): string {
  return resolve(env().INIT_CWD ?? process.cwd(), path)
}

/** The files that some paths name; folders are walked down, in order of name. Hidden files and links are left out. */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const path of paths) {
    const start = fromHere(path)
    const entry = await lstat(start).catch(() => null)
    if (!entry) throw new UsageError(`${path}: no such file or folder`)
    if (entry.isDirectory()) for await (const file of walk(start)) found.push({ file, path: relative(start, file) })
    else found.push({ file: start, path: start })
  }
  return found
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (basename(path).startsWith('.')) continue
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile()) yield path
  }
}
