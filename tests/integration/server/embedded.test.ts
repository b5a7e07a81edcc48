import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from '@/server/embedded/process-table'
import { type EmbeddedDatabase, startEmbedded } from '@/server/embedded/start-embedded'

let folder = ''
const open: EmbeddedDatabase[] = []

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded(folder)
  open.push(database)
  return database
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const pidFile = () => join(folder, 'data', 'postmaster.pid')
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recoup-embedded-'))
})

afterEach(async () => {
  for (const database of open.splice(0)) await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the embedded database', () => {
  it('is shared by all who start it and ends with the last of them', async () => {
    const [first, second] = await Promise.all([start(), start()])
    expect(second.url).toBe(first.url)
    await first.stop()
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(existsSync(pidFile())).toBe(false)
  })

  it('keeps what was committed when it is killed, and starts again', async () => {
    const { url } = await start()
    await ask(url, 'create table kept as select 1 as one')
    const pid = serverPid()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => isAlive(pid)).toBe(false)
    expect(await ask((await start()).url, 'select one from kept')).toEqual([{ one: 1 }])
  })

  it('starts although an old pid file names a living process that is no server', async () => {
    await (await start()).stop()
    writeFileSync(pidFile(), `${process.pid}\n${join(folder, 'data')}\n0\n5432\n`)
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('throws a half-made data folder away', async () => {
    mkdirSync(join(folder, 'data.new'))
    writeFileSync(join(folder, 'data.new', 'PG_VERSION'), '18')
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('does not wait for a starter that died', async () => {
    writeFileSync(join(folder, 'starting'), '999999 0')
    await start()
    expect(existsSync(join(folder, 'starting'))).toBe(false)
  })
})
