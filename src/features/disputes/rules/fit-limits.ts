/** What a customer's portal takes. Sizes are bytes per file. */
export type PortalLimits = {
  portalName: string
  portalUrl: string | null
  filesMax: number
  fileBytesMax: number
  fileTypes: readonly string[]
  /** In the portal's own words. */
  steps: readonly string[]
  /** For a reader of Chinese; empty: the portal's own words serve both. */
  stepsZh: readonly string[]
}

/** One piece that a file to be uploaded is made of. */
export type Piece = { key: string; bytes: number }
export type PlannedFile = { keys: readonly string[]; bytes: number }

export type Fit = {
  files: readonly PlannedFile[]
  largest: number
  fitsCount: boolean
  fitsSize: boolean
  takesPdf: boolean
}

/**
 * Splits the pieces of a package, in order, into the fewest PDF files that respect the portal's size.
 * The first piece is the letter. A piece larger than the limit gets a file of its own and does not fit.
 * Source: portal limits of the customer; without any, one file is right.
 */
export function fitLimits(pieces: readonly Piece[], limits: PortalLimits | null): Fit {
  const files: { keys: string[]; bytes: number }[] = []
  for (const piece of pieces) {
    const last = files.at(-1)
    if (last && (limits === null || last.bytes + piece.bytes <= limits.fileBytesMax)) {
      last.keys.push(piece.key)
      last.bytes += piece.bytes
    } else {
      files.push({ keys: [piece.key], bytes: piece.bytes })
    }
  }
  const largest = files.reduce((most, file) => Math.max(most, file.bytes), 0)
  return {
    files,
    largest,
    fitsCount: limits === null || files.length <= limits.filesMax,
    fitsSize: limits === null || largest <= limits.fileBytesMax,
    takesPdf: limits === null || limits.fileTypes.length === 0 || limits.fileTypes.some((type) => type.toLowerCase() === 'pdf'),
  }
}
