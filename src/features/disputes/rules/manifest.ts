/** One file of a package: path inside the ZIP, size in bytes, SHA-256 in hex, pages (null for text). */
export type ManifestEntry = { path: string; bytes: number; sha256: string; pages: number | null }

export type Manifest = { name: string; files: readonly ManifestEntry[] }

/**
 * The manifest as text, byte for byte: its SHA-256 names the content of a package. Neither version nor date stand in it,
 * so the same exhibits in the same order always give the same hash.
 */
export function manifestText({ name, files }: Manifest): string {
  const lines = files.map(({ path, bytes, sha256, pages }) => `    ${JSON.stringify({ path, bytes, sha256, pages })}`)
  return `{\n  "name": ${JSON.stringify(name)},\n  "files": [\n${lines.join(',\n')}\n  ]\n}\n`
}
