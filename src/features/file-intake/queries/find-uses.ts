import { raw, type Sql, selectIn, sql, type Tx } from '@/server/db/client'
import { IMPORTED_TABLES } from './imported-tables'

/** Master data that other records refer to by id. */
const REFERRED_TO = ['customer', 'item', 'agreement']

/** Tables with rows that refer to master data which would go with an undone import (`undoing` names it) and do not go themselves. */
export async function findUses(tx: Tx, batchId: string): Promise<{ table: string; count: number }[]> {
  const going = await selectIn<{ table: string }>(
    tx,
    sql`SELECT DISTINCT table_name AS "table" FROM undoing WHERE version_id IS NULL AND table_name = ANY(${REFERRED_TO}::text[])`,
  )
  const uses = new Map<string, number>()
  for (const { table, referring, column } of await findReferences(tx, going)) {
    const [row] = await selectIn<{ count: number }>(
      tx,
      sql`SELECT count(*)::int AS count FROM ${raw(referring)} t
        WHERE t.${raw(column)} IN (SELECT record_id FROM undoing WHERE table_name = ${table} AND version_id IS NULL) AND NOT ${goesToo(referring, batchId)}`,
    )
    if (row && row.count > 0) uses.set(referring, Math.max(uses.get(referring) ?? 0, row.count))
  }
  return [...uses].map(([table, count]) => ({ table, count }))
}

async function findReferences(
  tx: Tx,
  going: readonly { table: string }[],
): Promise<{ table: string; referring: string; column: string }[]> {
  return selectIn(
    tx,
    sql`SELECT c.confrelid::regclass::text AS "table", c.conrelid::regclass::text AS referring, quote_ident(a.attname) AS "column"
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid::regclass::text = ANY(${going.map(({ table }) => table)}::text[]) ORDER BY 1, 2`,
  )
}

function goesToo(referring: string, batchId: string): Sql {
  if (referring === 'import_batch') return sql`(t.id = ${batchId}::uuid OR t.state = 'undone')`
  const own = IMPORTED_TABLES.find(({ table }) => table === referring)
  if (own) return goes(own.table, own.id ?? sql`t.id`)
  for (const { table, parts = [] } of IMPORTED_TABLES) {
    const part = parts.find((candidate) => candidate.table === referring)
    if (part) return goes(table, sql`t.${raw(part.parent)}`)
  }
  return sql`FALSE`
}

function goes(table: string, id: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM undoing u WHERE u.table_name = ${table} AND u.version_id IS NULL AND u.record_id = ${id})`
}
