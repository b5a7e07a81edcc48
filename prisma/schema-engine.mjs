#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory as bind, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const require = createRequire(import.meta.url),
  argv = process.argv.slice(2),
  all = (k) => argv.flatMap((a, i) => (a === k || a === `${k}s` ? [argv[i + 1]] : []))
const url = new URL(JSON.parse(all('--datasource')[0] ?? '{}').url ?? process.env.DATABASE_URL)
const cfg = (database) => ({
  host: url.hostname,
  port: +(url.port || 5432),
  user: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
  database,
})
const main = decodeURIComponent(url.pathname.slice(1)),
  chars = new Set(),
  Result = require('pg/lib/result'),
  addFields = Result.prototype.addFields
if (argv.includes('cli')) {
  const c = new pg.Client(cfg(main))
  await c
    .connect()
    .then(() => c.end())
    .then(
      () => process.exit(0),
      (e) => {
        console.error(JSON.stringify({ level: 'ERROR', fields: { error_code: 'P1001', message: e.message, is_panic: false } }))
        process.exit(1)
      },
    )
}
Result.prototype.addFields = function (f) {
  for (const x of f) x.dataTypeID === 18 ? (chars.add(x.name), (x.dataTypeID = 25)) : x.dataTypeID === 25 && chars.delete(x.name)
  return addFields.call(this, f)
} // adapter-pg lacks OID 18 ("char")
const fix = (a) => {
  const q = a.queryRaw.bind(a)
  a.queryRaw = async (x) => {
    const r = await q(x)
    r.columnTypes = r.columnTypes.map((t, i) => (chars.has(r.columnNames[i]) ? ColumnTypeEnum.Character : t))
    return r
  }
  return a
}
const factory = new PrismaPg(cfg(main)),
  connect = factory.connect.bind(factory)
factory.connect = async () => fix(await connect())
factory.connectToShadowDb = async () => {
  const m = await connect(),
    db = `prisma_shadow_${crypto.randomUUID()}`
  await m.executeScript(`CREATE DATABASE "${db}"`)
  const a = await new PrismaPg(cfg(db)).connect(),
    end = a.dispose.bind(a)
  a.dispose = async () => {
    await end()
    await m.executeScript(`DROP DATABASE IF EXISTS "${db}" WITH (FORCE)`)
    await m.dispose()
  }
  return fix(a)
}
const js = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  bg = await import(js),
  { instance } = await WebAssembly.instantiate(readFileSync(js.replace(/\.js$/, '.wasm')), { './schema_engine_bg.js': bg })
bg.__wbg_set_wasm(instance.exports)
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: console.error }
instance.exports.__wbindgen_start()
const dm = all('--datamodel').map((f) => [f, readFileSync(f, 'utf8')]),
  engine = await bg.SchemaEngine.new({ datamodels: dm.length ? dm : undefined }, () => {}, bind(factory)),
  send = (o) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...o })}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  const r = JSON.parse(line || '{}')
  if (!r.method) continue
  try {
    const result = (await engine[r.method](r.params)) ?? null
    if (r.method === 'diff' && result?.stdout) send({ id: 9000 + r.id, method: 'print', params: { content: result.stdout } })
    send({ id: r.id, result })
  } catch (e) {
    send({
      id: r.id,
      error: { code: 4466, message: e.message, data: { is_panic: false, message: e.message, error_code: e.code, meta: e.meta ?? {} } },
    })
  }
}
process.exit(0)
