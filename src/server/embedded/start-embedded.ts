import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { findRunningPort, initialise, readPassword, startServer, stopServer } from './control-server'
import { EmbeddedFault } from './embedded-fault'
import { settleCluster } from './settle-cluster'
import { enter, leave, withStartLock } from './share-server'

/** A running embedded database. `stop` ends it unless another process of ours still uses it. */
export type EmbeddedDatabase = { url: string; notices: string[]; stop: () => Promise<void> }

/**
 * Starts the PostgreSQL under `folder`, or joins the one that already runs there.
 * Throws an `EmbeddedFault` whose message is one sentence.
 */
export async function startEmbedded(folder: string, options: { durable?: boolean } = {}): Promise<EmbeddedDatabase> {
  const cluster = settleCluster(folder)
  return withStartLock(cluster.folder, async () => {
    await initialise(cluster)
    const running = findRunningPort(cluster)
    const port = running ?? (await findFreePort())
    if (running === null) await startServer(cluster, { port, durable: options.durable ?? true })
    const url = `postgresql://recoup:${readPassword(cluster)}@127.0.0.1:${port}/recoup`
    await createDatabase(url)
    const note = enter(join(cluster.folder, 'shares'))
    const stop = () =>
      withStartLock(cluster.folder, async () => {
        if (leave(note)) await stopServer(cluster)
      })
    return { url, notices: cluster.notices, stop }
  })
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = 'recoup'")
    if (found.rowCount === 0) await client.query('create database recoup')
  } finally {
    await client.end()
  }
}

/** A port of the loopback that nobody listens on right now. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new EmbeddedFault('No free port was found on this machine.')),
      )
    })
  })
}
