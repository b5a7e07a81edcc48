import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Runs before a test file is loaded, so that whatever it imports finds its own database in the environment.
const template = new URL(inject('templateUrl'))
const name = `test_${randomUUID().replaceAll('-', '')}`
const maintenance = new pg.Client({ connectionString: new URL('/postgres', template).href })
await maintenance.connect()
await maintenance.query(`create database ${name} template recoup`)
await maintenance.end()

const files = mkdtempSync(join(tmpdir(), 'recoup-files-'))
process.env['DATABASE_URL'] = new URL(`/${name}`, template).href
process.env['RECOUP_DATA'] = files
process.env['RECOUP_URL'] = 'http://localhost:3000'
process.env['NEXTAUTH_URL'] = 'http://localhost:3000'
process.env['NEXTAUTH_SECRET'] = 'only-for-tests'.padEnd(32, '.')

afterAll(() => rmSync(files, { recursive: true, force: true }))
