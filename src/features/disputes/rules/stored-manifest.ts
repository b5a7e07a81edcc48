import type { ManifestEntry } from './manifest'

/** What the database keeps about a built package: the manifest, where each exhibit stands, and the split files if any. */
export type StoredManifest = {
  name: string
  files: readonly ManifestEntry[]
  placed: readonly {
    key: string
    title: string
    from: number | null
    to: number | null
    blankPages: readonly number[]
    problem: string | null
  }[]
  parts: readonly { name: string; bytes: number; sha256: string; pages: number | null }[]
}
