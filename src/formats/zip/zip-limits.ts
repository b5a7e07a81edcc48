import type { Problem } from '@/core/problem'

/** What an archive may hold; beyond it the archive is refused, whatever its directory claims. */
export type ZipLimits = { bytesMax: number; ratioMax: number; entriesMax: number }

export const ZIP_LIMITS: ZipLimits = { bytesMax: 500 * 1024 * 1024, ratioMax: 100, entriesMax: 10_000 }

/** Small texts of blanks compress better than the limit; below this size the ratio says nothing. */
export const RATIO_COUNTS_FROM_BYTES = 256 * 1024

export type ZipProblemCode =
  | 'zip/too-large'
  | 'zip/ratio'
  | 'zip/too-many-entries'
  | 'zip/encrypted'
  | 'zip/broken'
  | 'zip/nested'
  | 'zip/unsafe-path'

const MESSAGES: Readonly<Record<ZipProblemCode, string>> = {
  'zip/too-large': 'The archive unpacks to more than is allowed.',
  'zip/ratio': 'The archive unpacks to far more than its size: it is refused as a bomb.',
  'zip/too-many-entries': 'The archive holds more files than is allowed.',
  'zip/encrypted': 'The file in the archive is protected by a password.',
  'zip/broken': 'The archive is damaged or uses a compression that is not read.',
  'zip/nested': 'An archive inside an archive is not opened.',
  'zip/unsafe-path': 'The name of the file points outside the archive.',
}

export function zipProblem(code: ZipProblemCode, entry = ''): Problem {
  return { position: entry === '' ? 'archive' : `entry ${entry}`, field: '', code, message: MESSAGES[code] }
}

/** Carries a problem out of the middle of inflating; caught by the readers of this part and never seen outside. */
export class ZipDefect extends Error {
  readonly problem: Problem

  constructor(code: ZipProblemCode, entry = '') {
    super(code)
    this.name = 'ZipDefect'
    this.problem = zipProblem(code, entry)
  }
}
