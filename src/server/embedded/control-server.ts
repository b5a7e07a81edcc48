import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explainFailure } from './embedded-fault'
import { commandOf, isAlive } from './process-table'
import type { Cluster } from './settle-cluster'

/** `durable: false` trades crash safety for speed and is for tests only. */
export type ServerSettings = { port: number; durable: boolean }

/** Makes the data folder once; a half-made one from a killed run is thrown away, because only a finished one gets its final name. */
export async function initialise(cluster: Cluster): Promise<void> {
  if (existsSync(join(cluster.data, 'PG_VERSION'))) return
  const half = join(cluster.folder, 'data.new')
  rmSync(half, { recursive: true, force: true })
  const passwordFile = join(cluster.folder, 'password')
  writeFor(cluster, passwordFile, randomBytes(18).toString('base64url'))
  const args = ['--pgdata', half, '--username', 'recoup', '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8']
  const locale = ['--no-locale', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']
  const { code, output } = await run(cluster, cluster.binaries.initdb, [...args, ...locale, '--no-sync'])
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw explainFailure('The embedded database could not be made', output)
  }
  renameSync(half, cluster.data)
}

/** The password that `initialise` made for the account `recoup`. */
export function readPassword(cluster: Cluster): string {
  return readFileSync(join(cluster.folder, 'password'), 'utf8').trim()
}

/** The port of the running server of this cluster, or null. A pid file that names a dead or foreign process is removed. */
export function findRunningPort(cluster: Cluster): number | null {
  const pidFile = join(cluster.data, 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
  const command = commandOf(Number(pid))
  if (isAlive(Number(pid)) && command.includes('postgres') && command.includes(cluster.data)) return Number(port)
  rmSync(pidFile, { force: true })
  return null
}

/** Starts the server and waits until it answers. */
export async function startServer(cluster: Cluster, settings: ServerSettings): Promise<void> {
  writeFor(cluster, join(cluster.data, 'postgresql.conf'), configurationOf(settings))
  const log = join(cluster.folder, 'server.log')
  writeFor(cluster, log, '')
  const args = ['start', '--pgdata', cluster.data, '--log', log, '--wait', '--timeout', '90']
  for (let attempt = 1; ; attempt++) {
    const { code, output } = await run(cluster, cluster.binaries.pgCtl, args)
    if (code === 0) return
    const words = `${output}\n${readFileSync(log, 'utf8')}`
    // After a kill -9 the last children of the old server hold its memory for a moment.
    const isTransient = /pre-existing shared memory block|is still in use/.test(words)
    if (!isTransient || attempt === 20) throw explainFailure('The embedded database did not start', words.replace(output, ''))
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Stops the server: open sessions are ended and rolled back, nothing committed is lost. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const stop = (mode: string) =>
    run(cluster, cluster.binaries.pgCtl, ['stop', '--pgdata', cluster.data, '--mode', mode, '--wait', '--timeout', '12'])
  if ((await stop('fast')).code !== 0 && findRunningPort(cluster) !== null) await stop('immediate')
}

function configurationOf({ port, durable }: ServerSettings): string {
  const settings = {
    port,
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    max_connections: 200,
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    shared_buffers: "'256MB'",
    work_mem: "'16MB'",
    maintenance_work_mem: "'256MB'",
    max_wal_size: "'2GB'",
    random_page_cost: 1.1,
    jit: 'off',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' }),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  return `# Written by Recoup at every start; changes here are lost.\n${lines.join('\n')}\n`
}

function writeFor(cluster: Cluster, path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 })
  if (cluster.user) chownSync(path, cluster.user.uid, cluster.user.gid)
}

function run(cluster: Cluster, program: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const account = cluster.user ? { uid: cluster.user.uid, gid: cluster.user.gid } : {}
  const env = { ...process.env, LC_ALL: 'C', PGPORT: undefined, PGDATA: undefined, PGTZ: undefined }
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...account, cwd: cluster.folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const words: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => words.push(text))
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('exit', (code) => resolve({ code, output: words.join('') }))
  })
}
