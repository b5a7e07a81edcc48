import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from './fault.mjs'

/** The folder of the project; every command may be started from anywhere. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** Where this machine keeps the embedded database, files, logs and secrets. Reads `.env` on the way. */
export function readSettings() {
  const file = join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Fault(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`)
  const data = resolve(ROOT, process.env.RECOUP_DATA || '.recoup')
  return { port, data, demo: process.env.RECOUP_DEMO !== '0', databaseUrl: process.env.DATABASE_URL || null }
}

/** The environment of the application's processes; secrets are made on the first run and kept. */
export function environmentOf({ port, data }, databaseUrl) {
  const address = process.env.RECOUP_URL || `http://localhost:${port}`
  return {
    ...process.env,
    PORT: String(port),
    RECOUP_DATA: data,
    RECOUP_URL: address,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || address,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || readSecrets(data).nextauthSecret,
    NEXT_TELEMETRY_DISABLED: '1',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  }
}

function readSecrets(data) {
  const path = join(data, 'secrets.json')
  if (!existsSync(path)) {
    mkdirSync(data, { recursive: true })
    writeFileSync(path, JSON.stringify({ nextauthSecret: randomBytes(32).toString('base64url') }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}
