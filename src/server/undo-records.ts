import { join, raw, type Sql, selectIn, sql, type Tx } from './db/client'

/**
 * A table whose rows imports bring, with what undoing an import must know of it. While one is undone, the temporary table
 * `undoing (table_name, record_id, version_id)` names its records: without a version they go, with one they get its content back.
 */
export type ImportedTable = {
  table: string
  /** What belongs to a record and goes with it; the first holds the lines that versions keep. */
  parts?: readonly { table: string; parent: string }[]
  /** True for tables that count their versions in a column. */
  hasVersion?: boolean
  /** Columns that people or other programs set: they stay what they are. */
  keeps?: readonly string[]
  /** The id of a row `t`, where it is no column of its own. */
  id?: Sql
}

/** The records of one table that an import added or changed last; a version is the content from before it. */
export function recordsOf(batchId: string, { table, id }: ImportedTable): Sql {
  return sql`SELECT ${table} AS table_name, ${id ?? sql`t.id`} AS record_id, v.version_id FROM ${raw(table)} t
    LEFT JOIN (SELECT record_id, min(id) AS version_id FROM record_version
      WHERE batch_id = ${batchId}::uuid AND cause = 'import' AND table_name = ${table} GROUP BY record_id) v ON v.record_id = ${id ?? sql`t.id`}
    WHERE t.batch_id = ${batchId}::uuid`
}

/** Gives changed records their former content and lines back; the content that goes is kept as a version of its own. */
export async function restoreRecords(tx: Tx, batchId: string, of: ImportedTable): Promise<number> {
  const changed = sql`FROM undoing u JOIN record_version v ON v.id = u.version_id`
  const [lines] = of.parts ?? []
  await keepAsVersion(tx, batchId, of, sql`SELECT u.record_id FROM undoing u WHERE u.table_name = ${of.table} AND u.version_id IS NOT NULL`)
  const ownColumns = new Set(['id', 'version', ...(of.keeps ?? [])])
  const columns = (await columnsOf(tx, of.table)).filter((column) => !ownColumns.has(column))
  const restored = await tx.$executeRaw(sql`
    UPDATE ${raw(of.table)} t SET (${names('', columns)}) = (SELECT ${names('p.', columns)} FROM jsonb_populate_record(t, v.content) p)
      ${of.hasVersion === true ? sql`, version = t.version + 1` : sql``}
    ${changed} WHERE u.table_name = ${of.table} AND t.id = u.record_id`)
  if (restored > 0 && lines) {
    await tx.$executeRaw(sql`
      DELETE FROM ${raw(lines.table)} l USING undoing u
      WHERE u.table_name = ${of.table} AND u.version_id IS NOT NULL AND l.${raw(lines.parent)} = u.record_id`)
    const lineColumns = await columnsOf(tx, lines.table)
    await tx.$executeRaw(sql`
      INSERT INTO ${raw(lines.table)} (${names('', lineColumns)})
      SELECT ${names('l.', lineColumns)} ${changed} CROSS JOIN LATERAL jsonb_populate_recordset(NULL::${raw(lines.table)}, v.content -> 'lines') l
      WHERE u.table_name = ${of.table}`)
  }
  return restored
}

/** Removes records that the import added, with their parts; the file they came from is kept with its batch. */
export async function removeRecords(tx: Tx, of: ImportedTable): Promise<number> {
  const added = sql`u.table_name = ${of.table} AND u.version_id IS NULL`
  for (const part of of.parts ?? []) {
    await tx.$executeRaw(sql`DELETE FROM ${raw(part.table)} p USING undoing u WHERE ${added} AND p.${raw(part.parent)} = u.record_id`)
  }
  return tx.$executeRaw(sql`DELETE FROM ${raw(of.table)} t USING undoing u WHERE ${added} AND ${of.id ?? sql`t.id`} = u.record_id`)
}

/**
 * Keeps what some records say now, before the undoing of an import changes or takes them; without an import it is an entry by hand that
 * goes. `extra` adds to their content.
 */
export async function keepAsVersion(tx: Tx, batchId: string | null, of: ImportedTable, ids: Sql, extra: Sql = sql``): Promise<void> {
  const [lines] = of.parts ?? []
  const content = lines
    ? sql`to_jsonb(t) || jsonb_build_object('lines', (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM ${raw(lines.table)} l WHERE l.${raw(lines.parent)} = t.id))`
    : sql`to_jsonb(t)`
  const version =
    of.hasVersion === true
      ? sql`t.version`
      : sql`(SELECT 1 + count(*)::int FROM record_version v WHERE v.table_name = ${of.table} AND v.record_id = t.id)`
  await tx.$executeRaw(sql`
    INSERT INTO record_version (table_name, record_id, version, content, batch_id, cause)
    SELECT ${of.table}, t.id, ${version}, ${content}${extra}, ${batchId}::uuid, 'undo' FROM ${raw(of.table)} t WHERE t.id IN (${ids})`)
}

/** Brings a row that was taken out back as it was kept. */
export async function restoreRow(tx: Tx, table: string, content: Sql): Promise<void> {
  const columns = await columnsOf(tx, table)
  await tx.$executeRaw(sql`
    INSERT INTO ${raw(table)} (${names('', columns)}) SELECT ${names('p.', columns)} FROM jsonb_populate_record(NULL::${raw(table)}, ${content}) p`)
}

// Columns that the database computes cannot be set.
async function columnsOf(tx: Tx, table: string): Promise<string[]> {
  const rows = await selectIn<{ name: string }>(
    tx,
    sql`SELECT attname::text AS name FROM pg_attribute
      WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
  )
  return rows.map(({ name }) => name)
}

function names(alias: string, columns: readonly string[]): Sql {
  return join(columns.map((column) => raw(`${alias}"${column}"`)))
}
