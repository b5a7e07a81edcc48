import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findRunningPort, stopServer } from '../src/server/embedded/control-server.ts'
import { refugeOf, settleCluster } from '../src/server/embedded/settle-cluster.ts'
import { Fault } from './fault.mjs'
import { clearLeftovers } from './run-record.mjs'

// Named one by one: RECOUP_DATA may point to a folder that holds more than ours.
const OURS = ['postgres', 'files', 'drop', 'logs', 'secrets.json', 'demo.json', 'run.json']

/** Throws away the embedded database with everything around it, so that the next step is a first run. */
export async function startOver({ data, databaseUrl }) {
  if (databaseUrl !== null)
    throw new Fault('--reset throws away the embedded database only; DATABASE_URL names another, which stays as it is.')
  await clearLeftovers(data)
  const cluster = settleCluster(join(data, 'postgres'))
  if (findRunningPort(cluster) !== null) await stopServer(cluster)
  for (const name of OURS) rmSync(join(data, name), { recursive: true, force: true })
  rmSync(refugeOf(join(data, 'postgres')), { recursive: true, force: true })
}
