import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, parse, relative } from 'node:path'
import type { Actor } from '@/core/actor'
import { now } from '@/server/clock'
import { findImportReport, type ImportReport } from '../queries/find-import-report'
import { importFiles } from './import-files'

/** Where files go after they were read; nothing below is taken in again. */
const DONE_FOLDER = 'done'
const FAILED_FOLDER = 'failed'
/** A file that changed this recently may still be arriving. */
const SETTLED_MILLISECONDS = 5_000
/** How programs that upload call a file that is not whole yet. */
const UNFINISHED = /\.(?:part|partial|tmp|temp|filepart|crdownload|uploading|lock)$|~$/i
const FILES_AT_ONCE = 500

type Seen = { size: number; mtimeMs: number }
/** What the last look found, by path: a slow upload may keep the time of its source and only grow. */
const lastLook = new Map<string, Seen>()

/**
 * Takes in the files of a folder and its sub-folders that have settled: old enough, and as they were at the look before. Each
 * is moved to 'done', or to 'failed' with a text beside it that says why; its path below the folder hints at the customer. A
 * crash between reading and moving is harmless: the same bytes are answered with their first batch. Answers how many.
 */
export async function takeDropFolder(actor: Actor, folder: string): Promise<number> {
  const files = await settledFiles(folder)
  if (files.length === 0) return 0
  const batches = await importFiles(
    actor,
    files.map((file) => ({ path: relative(folder, file), way: 'folder' as const, content: () => readFile(file) })),
  )
  const reports = new Map((await findImportReport(actor, [...new Set(batches.map(({ id }) => id))])).map((report) => [report.id, report]))
  for (const [place, file] of files.entries()) {
    const report = reports.get(batches[place]?.id ?? '')
    await moveAside(folder, file, report ?? null)
    lastLook.delete(file)
  }
  return files.length
}

async function moveAside(folder: string, file: string, report: ImportReport | null): Promise<void> {
  const isReadable = report !== null && report.status !== 'refused' && report.status !== 'failed'
  const { dir, name, ext } = parse(join(folder, isReadable ? DONE_FOLDER : FAILED_FOLDER, relative(folder, file)))
  await mkdir(dir, { recursive: true })
  // Another file of this name lies there from another day; none is overwritten.
  const isTaken = await stat(join(dir, `${name}${ext}`)).then(
    () => true,
    () => false,
  )
  const stamp = now().toISOString().replace(/\D/g, '').slice(0, 17)
  const aside = join(dir, isTaken ? `${name}.${stamp}${ext}` : `${name}${ext}`)
  await rename(file, aside)
  if (!isReadable) await writeFile(`${aside}.reason.txt`, reasonText(report))
}

/** For whoever sent the file: the codes and sentences of what was found, in the words of the reader. */
function reasonText(report: ImportReport | null): string {
  const found = (report?.findings ?? []).map(({ position, code, message }) => `${position}: ${message} (${code})`)
  return `${[report?.reason ?? 'unknown', ...found].join('\n')}\n`
}

async function settledFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const settledBefore = now().getTime() - SETTLED_MILLISECONDS
  const found: string[] = []
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || isAside(relative(folder, path)) || UNFINISHED.test(entry.name) || found.length >= FILES_AT_ONCE) continue
    // Its uploader may have renamed it since the folder was listed.
    const { size, mtimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0 }))
    const before = lastLook.get(path)
    lastLook.set(path, { size, mtimeMs })
    const isUnchanged = before !== undefined && before.size === size && before.mtimeMs === mtimeMs
    if (size >= 0 && mtimeMs <= settledBefore && isUnchanged) found.push(path)
  }
  return found.sort()
}

function isAside(path: string): boolean {
  const parts = path.split(/[\\/]/)
  return parts.some((part) => part.startsWith('.')) || [DONE_FOLDER, FAILED_FOLDER].includes(dirname(path) === '.' ? '' : (parts[0] ?? ''))
}
