import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from '../env'

export type Tx = Prisma.TransactionClient
export type Sql = Prisma.Sql
export const sql = Prisma.sql
export const join = Prisma.join
export const empty = Prisma.empty
export const raw = Prisma.raw

// Rows read past the ORM: whole numbers as bigint, dates as calendar text, never through a local clock.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text))
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)

/** Milliseconds a transaction waits for a connection and may last where it does not say otherwise: a busy machine is no fault. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 }

type Connections = { pool: pg.Pool; prisma: PrismaClient }
const holder = globalThis as typeof globalThis & { recoupConnections?: Connections }

function connect(): Connections {
  const connectionString = env().DATABASE_URL
  const options =
    '-c timezone=UTC -c jit=off -c temp_buffers=64MB -c statement_timeout=600000 -c lock_timeout=30000 -c idle_in_transaction_session_timeout=600000'
  const pool = new pg.Pool({ connectionString, options, max: 12, types })
  // A restarted server closes idle connections; the pool replaces them at the next query.
  pool.on('error', () => undefined)
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg({ connectionString, options, max: 12 }), transactionOptions: PATIENCE }) }
}

function connections(): Connections {
  holder.recoupConnections ??= connect()
  return holder.recoupConnections
}

/** The ORM for single records. Sets are read with `select` and written with SQL inside a command. */
export function db(): PrismaClient {
  return connections().prisma
}

/** The driver's pool, for COPY and streaming. */
export function pool(): pg.Pool {
  return connections().pool
}

/**
 * Reads rows with typed SQL: int8 as bigint, date as 'YYYY-MM-DD', timestamptz as Date. The row type is the caller's promise. A `name` for
 * a statement whose text is always the same: the server keeps it prepared, where planning it costs as much as running it.
 */
export async function select<Row>(query: Sql, name?: string): Promise<Row[]> {
  const result = await pool().query({ text: query.text, values: [...query.values], ...(name === undefined ? {} : { name }) })
  return result.rows as Row[]
}

/** Reads rows inside a transaction. Cast dates with ::text there: the ORM returns them as instants. */
export async function selectIn<Row>(tx: Tx, query: Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>(query)
}

export async function disconnect(): Promise<void> {
  const open = holder.recoupConnections
  delete holder.recoupConnections
  if (open) await Promise.all([open.prisma.$disconnect(), open.pool.end()])
}
