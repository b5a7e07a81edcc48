/** A saved mapping as it stands for choosing: the header it was made for, whose files it reads, and the encoding it was told. */
export type SavedMapping = {
  versionId: string
  mappingId: string
  fingerprint: string
  customerCode: string | null
  encoding: string | null
}

/** What reading a file of an unknown kind found: the headers it may have, also under other encodings when its own is not proven. */
export type SeenHeaders = {
  fingerprints: readonly string[]
  /** Null when the encoding is proven; else what the header would be in each. */
  byEncoding: readonly { encoding: string; fingerprints: readonly string[] }[] | null
  /** False when there is no header: then columns are only numbered and the fingerprint says little. */
  hasHeader: boolean
}

export type MappingChoice =
  | { kind: 'use'; mapping: SavedMapping }
  | { kind: 'ask'; because: 'intake/which-sender' | 'intake/encoding-open' }
  | { kind: 'none' }

/**
 * Chooses the saved mapping that reads a file without asking again. `sender` is the code of the customer that the file's place
 * names, null when it names none: then the mapping must be the only one for this header. Files of another sender with the same
 * header are never read by a guess.
 */
export function chooseMapping(seen: SeenHeaders, saved: readonly SavedMapping[], sender: string | null): MappingChoice {
  const fitting = saved.filter((mapping) => fits(mapping, seen))
  const own = fitting.filter(({ customerCode }) => customerCode === sender)
  const candidates = sender === null ? fitting : own.length > 0 ? own : fitting.filter(({ customerCode }) => customerCode === null)
  if (sender === null && !seen.hasHeader)
    return candidates.length === 0 ? { kind: 'none' } : { kind: 'ask', because: 'intake/which-sender' }
  const [only] = candidates
  if (only === undefined) return { kind: 'none' }
  if (candidates.length > 1) return { kind: 'ask', because: 'intake/which-sender' }
  if (seen.byEncoding !== null && only.encoding === null) return { kind: 'ask', because: 'intake/encoding-open' }
  return { kind: 'use', mapping: only }
}

function fits({ fingerprint, encoding }: SavedMapping, { fingerprints, byEncoding }: SeenHeaders): boolean {
  if (byEncoding !== null && encoding !== null)
    return byEncoding.some((choice) => choice.encoding === encoding && choice.fingerprints.includes(fingerprint))
  return fingerprints.includes(fingerprint)
}
