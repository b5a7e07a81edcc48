import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import areas from './areas.json' with { type: 'json' }

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The areas of the business in order-to-cash order, as the fence has them. */
export const AREAS: readonly string[] = areas

export type SourceFile = { path: string; text: string }

const BINARY = /\.(png|jpg|jpeg|gif|ico|webp|pdf|xlsx|zip|ttf|otf|woff2?|msg)$/i

// What git ignores, without asking git: it may be missing, or refuse a folder that another account owns.
const IGNORED = new Set([
  'node_modules',
  '.git',
  '.next',
  '.recoup',
  'generated',
  'test-results',
  'playwright-report',
  'screenshots',
  'coverage',
])

/** Paths of the project's own files, with forward slashes. */
export function listFiles(pattern: RegExp): string[] {
  return walk('')
    .filter((path) => pattern.test(path))
    .sort()
}

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (IGNORED.has(entry.name)) return []
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** The same with their text; pictures and the like are left out. */
export function readFiles(pattern: RegExp): SourceFile[] {
  return listFiles(pattern)
    .filter((path) => !BINARY.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}
