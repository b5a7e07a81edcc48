import type { Problem } from '@/core/problem'
import { inflateEntry, zipBudget } from './inflate-entry'
import { type PackedBytes, packedIn } from './packed-bytes'
import { readZipDirectory, type ZipEntry } from './read-zip-directory'
import { ZIP_LIMITS, ZipDefect, type ZipLimits, zipProblem } from './zip-limits'

export type ZippedFile = { path: string; bytes: Uint8Array }

/**
 * Unpacks an archive within the limits and hands over one file after the other, so that only one stands in memory. Never
 * throws for what the archive holds: a locked or damaged file is a problem and the others are read. `isRefused` says that a
 * limit was broken: what was handed over until then is to be thrown away. Archives inside are not opened; workbooks are files.
 */
export async function unpackZip(
  bytes: Uint8Array,
  take: (file: ZippedFile) => Promise<void>,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<{ problems: Problem[]; isRefused: boolean }> {
  const problems: Problem[] = []
  const budget = zipBudget(limits)
  const packed = packedIn(bytes)
  try {
    for (const entry of readZipDirectory(packed, limits)) {
      if (entry.path.endsWith('/') || isDebris(entry.path)) continue
      if (isUnsafe(entry.path)) problems.push(zipProblem('zip/unsafe-path', entry.path))
      else if (isArchive(packed, entry)) problems.push(zipProblem('zip/nested', entry.path))
      else {
        const file = await readOne(packed, entry, budget, problems)
        if (file) await take(file)
      }
    }
  } catch (error) {
    if (!(error instanceof ZipDefect)) throw error
    return { problems: [...problems, error.problem], isRefused: true }
  }
  return { problems, isRefused: false }
}

/** Unpacks an archive in memory, see `unpackZip`; an archive that breaks a limit yields nothing at all. */
export async function readZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<{ files: ZippedFile[]; problems: Problem[] }> {
  const files: ZippedFile[] = []
  const { problems, isRefused } = await unpackZip(bytes, async (file) => void files.push(file), limits)
  return { files: isRefused ? [] : files, problems }
}

async function readOne(
  bytes: PackedBytes,
  entry: ZipEntry,
  budget: ReturnType<typeof zipBudget>,
  problems: Problem[],
): Promise<ZippedFile | null> {
  try {
    return { path: entry.path, bytes: await inflateEntry(bytes, entry, budget) }
  } catch (error) {
    const isLimit = error instanceof ZipDefect && ['zip/too-large', 'zip/ratio'].includes(error.problem.code)
    if (!(error instanceof ZipDefect) || isLimit) throw error
    problems.push(error.problem)
    return null
  }
}

// What operating systems leave behind.
function isDebris(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i.test(path)
}

function isUnsafe(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..') || path.includes('\0') || path === ''
}

function isArchive(bytes: PackedBytes, entry: ZipEntry): boolean {
  return /\.(?:zip|jar|7z|rar|gz|tgz|bz2|xz|tar)$/i.test(entry.path) || (entry.method === 0 && isBareZip(bytes, entry))
}

// Workbooks and documents are archives too; only their directory would tell, and they are not called .zip.
function isBareZip(bytes: PackedBytes, entry: ZipEntry): boolean {
  const isZip = entry.packedBytes >= 3 && bytes.part(entry.dataAt, 3).toString('latin1') === 'PK\u0003'
  return isZip && !/\.[a-z]{3,4}$/i.test(entry.path)
}
