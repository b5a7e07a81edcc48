import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { EmbeddedFault, explainFailure } from './embedded-fault'
import { type Binaries, binariesIn, findBinaries } from './find-binaries'
import { canEnter, canRun, findServerUser, type ServerUser } from './server-user'

/** Where one embedded server lives and who runs it. `notices` are sentences worth telling the person who started it. */
export type Cluster = { folder: string; data: string; binaries: Binaries; user: ServerUser | null; notices: string[] }

/**
 * Settles where the server of `folder` keeps its data and programs.
 * As root both must be reachable for another account; what is not goes to a folder of its own under /var/tmp.
 */
export function settleCluster(folder: string): Cluster {
  const wanted = resolve(folder)
  const binaries = findBinaries()
  try {
    mkdirSync(dirname(wanted), { recursive: true })
    const user = findServerUser(join(wanted, 'data'))
    if (!user) {
      mkdirSync(wanted, { recursive: true, mode: 0o700 })
      return { folder: wanted, data: join(wanted, 'data'), binaries, user, notices: [] }
    }
    return settleForOther(wanted, binaries, user)
  } catch (error) {
    if (error instanceof EmbeddedFault) throw error
    throw explainFailure(`Cannot use ${wanted}`, String(error))
  }
}

/** The folder that stands in for `folder` when root runs the server and nobody else can reach the wanted place. */
export function refugeOf(folder: string): string {
  return join('/var/tmp', `recoup-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12)}`)
}

function settleForOther(wanted: string, npmBinaries: Binaries, user: ServerUser): Cluster {
  const reachable = canEnter(user, dirname(wanted))
  const runnable = canRun(user, npmBinaries.postgres)
  if (!reachable || !runnable) makeRefuge(refugeOf(wanted))
  const folder = reachable ? wanted : join(refugeOf(wanted), 'postgres')
  const binaries = runnable ? npmBinaries : copyBinaries(npmBinaries, join(refugeOf(wanted), `programs-${npmBinaries.version}`), user)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, user.uid, user.gid)
  const moved = reachable ? '' : `, and its data is in ${folder} because that account cannot reach ${wanted}`
  const notices = [`PostgreSQL does not run as root, so it runs as ${user.name}${moved}.`]
  return { folder, data: join(folder, 'data'), binaries, user, notices }
}

// /var/tmp is open to all: a folder somebody else put there first is not ours to trust.
function makeRefuge(refuge: string): void {
  mkdirSync(refuge, { recursive: true, mode: 0o755 })
  const found = lstatSync(refuge)
  if (!found.isDirectory() || found.uid !== 0)
    throw new EmbeddedFault(`${refuge} belongs to another account; remove it or set DATABASE_URL.`)
}

function copyBinaries(from: Binaries, to: string, user: ServerUser): Binaries {
  if (!existsSync(to)) {
    const half = `${to}.${process.pid}`
    rmSync(half, { recursive: true, force: true })
    // The libraries find each other through links that must stay relative.
    cpSync(from.folder, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, to)
  }
  const copy = binariesIn(to, from.version)
  if (!canRun(user, copy.postgres))
    throw new EmbeddedFault(`The account ${user.name} cannot run PostgreSQL from ${to}; set DATABASE_URL instead.`)
  return copy
}
