import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { UnpackedPart } from './reading'

/** Where the child puts what it unpacks: one file after the other, so that an archive never stands in memory as a whole. */
export class PartFolder {
  parts: UnpackedPart[] = []
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const writtenAt = join(this.#folder, String(this.parts.length + 1))
    await writeFile(writtenAt, bytes)
    this.parts.push({ name, writtenAt, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength })
  }

  /** Throws away what was unpacked so far: the whole is refused. */
  async discard(): Promise<void> {
    this.parts = []
    await rm(this.#folder, { recursive: true, force: true })
  }
}
