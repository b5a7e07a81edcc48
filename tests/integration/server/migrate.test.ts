import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useTestDatabase } from '@tests/integration/database'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '@/server/db/migrate'

const db = await useTestDatabase()
let url = ''
let folder = ''
const folders: string[] = []
let count = 0

function write(name: string, sql: string): void {
  mkdirSync(join(folder, 'migrations', name), { recursive: true })
  writeFileSync(join(folder, 'migrations', name, 'migration.sql'), sql)
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'recoup-migrations-'))
  folders.push(made)
  return made
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

beforeEach(async () => {
  const name = `empty_${process.pid}_${count++}`
  await db.query(`create database ${name}`)
  url = new URL(`/${name}`, db.url).href
  folder = makeFolder()
  write('202601010000_first', "create table fruit (name text); insert into fruit values ('pear');")
})

afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true })))

describe('migrating a database', () => {
  it('applies in order, once', async () => {
    write('202601020000_second', "insert into fruit values ('plum')")
    expect(await migrate(url, folder)).toEqual(['202601010000_first', '202601020000_second'])
    expect(await migrate(url, folder)).toEqual([])
    expect(await ask('select name from fruit')).toEqual([{ name: 'pear' }, { name: 'plum' }])
  })

  it('names who changes what a database in use audits', async () => {
    write(
      '202601020000_second',
      "insert into fruit select current_setting('recoup.actor')::jsonb ->> 'name' || ' ' || current_setting('recoup.event')",
    )
    await migrate(url, folder)
    expect(await ask('select name from fruit offset 1')).toEqual([{ name: 'migration database.migrated' }])
  })

  it('lets any number of processes start at once', async () => {
    const names = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)))
    expect(names.flat()).toEqual(['202601010000_first'])
    expect(await ask('select name from fruit')).toHaveLength(1)
  })

  it('keeps the steps before a failing one and nothing of it', async () => {
    write('202601020000_broken', "insert into fruit values ('plum'); insert into nowhere values (1)")
    await expect(migrate(url, folder)).rejects.toThrow(
      'Migration 202601020000_broken failed and was rolled back: relation "nowhere" does not exist.',
    )
    expect(await ask('select name from fruit')).toEqual([{ name: 'pear' }])
  })

  it('refuses a migration that was edited after it ran', async () => {
    await migrate(url, folder)
    write('202601010000_first', 'create table fruit (name text, colour text)')
    await expect(migrate(url, folder)).rejects.toThrow('was changed after it was applied')
  })

  it('refuses the database of a newer program', async () => {
    write('209901010000_later', 'select 1')
    await migrate(url, folder)
    folder = makeFolder()
    write('202601010000_first', "create table fruit (name text); insert into fruit values ('pear');")
    await expect(migrate(url, folder)).rejects.toThrow('The database has the schema of a newer Recoup (209901010000_later)')
  })

  it('runs a script of views again when it changed', async () => {
    mkdirSync(join(folder, 'sql'))
    writeFileSync(join(folder, 'sql', 'views.sql'), 'create or replace view basket as select 1 as size')
    await migrate(url, folder)
    writeFileSync(join(folder, 'sql', 'views.sql'), 'create or replace view basket as select 2 as size')
    expect(await migrate(url, folder)).toEqual(['sql/views.sql'])
    expect(await ask('select size from basket')).toEqual([{ size: 2 }])
  })

  it('says in one sentence why a database cannot be used', async () => {
    const wrongPassword = new URL(url)
    wrongPassword.password = 'wrong'
    await expect(migrate(wrongPassword.href, folder)).rejects.toThrow('the password is wrong')
    await expect(migrate(new URL('/nowhere', url).href, folder)).rejects.toThrow('the database does not exist')
    await expect(migrate('postgresql://a:b@127.0.0.1:1/x', folder)).rejects.toThrow(
      'Cannot use the database at 127.0.0.1:1/x: nothing answers there.',
    )
    await expect(migrate('nonsense', folder)).rejects.toThrow('DATABASE_URL is not an address')
  })
})
