import type { Scope } from './command'
import { join, raw, type Sql, selectIn, sql, type Tx } from './db/client'

/**
 * How staged rows of one kind become records: the table, the columns of its natural key, and how each is computed from
 * a staged row `r` (`r.customer_id`, `r.values ->> 'number'`). Key values must not be null.
 */
export type RecordKind = {
  kind: string
  table: string
  key: Readonly<Record<string, Sql>>
  /** Lines that belong to the record: their table and the column that names the record. They are removed before new ones
   * are written, unless they keep their identity because others refer to them. */
  lines?: { table: string; parent: string; keepIdentity?: boolean }
  /** True when its key has an index of its own and its table grows far beyond a file: the record of each row is looked up, not all are read. */
  isLookedUp?: boolean
  /** False for tables without a version column. */
  hasVersion?: boolean
}

/** The rows of one kind that a committer still has to take over; alias `r`. */
export function stagedRows(batchId: string, kind: string): Sql {
  return sql`r.batch_id = ${batchId}::uuid AND r.kind = ${kind} AND r.status = 'staged'`
}

/** Puts what was settled of a staged row in the place of what was read of it; its fingerprint stays that of the file. */
export async function replaceStagedValues({ tx }: Scope, batchId: string, rowNo: bigint, values: object): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE import_row SET values = ${JSON.stringify(values)}::jsonb WHERE batch_id = ${batchId}::uuid AND row_no = ${rowNo}`,
  )
}

/**
 * Before records are written: rows that say what is already known become duplicates, a row that a later one of the same
 * file replaces too, and records that will change are kept as versions, their old lines removed.
 */
export async function prepareRecords(scope: Scope, batchId: string, record: RecordKind): Promise<void> {
  if (!(await markKnownRecords(scope.tx, batchId, record))) return
  await rejectOlderRows(scope, batchId, record.kind, record.table, matches(record))
  const changed = await keepVersions(scope.tx, batchId, record)
  if (changed > 0 && record.lines && !record.lines.keepIdentity) await removeLines(scope.tx, batchId, record, record.lines)
}

/**
 * Rejects rows that would change a record `t` of a table back to what an older file says: an older copy that comes late never
 * overwrites silently. Files are compared by what they say of their own time, envelope with envelope, name with name.
 */
export async function rejectOlderRows(scope: Scope, batchId: string, kind: string, table: string, isSame: Sql): Promise<void> {
  const [batch] = await selectIn<{ stated: string | null }>(
    scope.tx,
    sql`SELECT stated_order AS stated FROM import_batch WHERE id = ${batchId}::uuid`,
  )
  if (!batch?.stated) return
  const newer = sql`SELECT 1 FROM ${raw(table)} t JOIN import_batch b ON b.id = t.batch_id
    WHERE ${isSame} AND split_part(b.stated_order, ' ', 1) = ${batch.stated.split(' ')[0]} AND b.stated_order COLLATE "C" > ${batch.stated}`
  await rejectRows(scope, batchId, kind, 'intake/older-than-known', sql`EXISTS (${newer})`)
}

/** Marks rows whose fact is already kept, and by which import, by key, fingerprint and occurrence; for tables of facts that are never replaced. */
export async function markKnownFacts(scope: Scope, batchId: string, record: RecordKind): Promise<void> {
  const columns = Object.keys(record.key)
  await scope.tx.$executeRaw(sql`
    WITH keyed AS MATERIALIZED (
      SELECT r.row_no, r.fingerprint, r.occurrence, ${keyValues(record)} FROM import_row r WHERE ${stagedRows(batchId, record.kind)}
    ), repeated AS (
      SELECT ${names('', columns)}, fingerprint, occurrence, min(row_no) AS first_no FROM keyed
      GROUP BY ${names('', columns)}, fingerprint, occurrence HAVING count(*) > 1
    ), known AS (
      SELECT k.row_no, t.batch_id FROM keyed k
      LEFT JOIN repeated m ON ${equal('m', 'k', columns)} AND m.fingerprint = k.fingerprint AND m.occurrence = k.occurrence
      LEFT JOIN ${raw(record.table)} t ON ${equal('t', 'k', columns)} AND t.fingerprint = k.fingerprint AND t.occurrence = k.occurrence
      WHERE k.row_no > m.first_no OR t.fingerprint IS NOT NULL
    )
    UPDATE import_row r SET status = 'duplicate', duplicate_of = known.batch_id FROM known WHERE r.batch_id = ${batchId}::uuid AND r.row_no = known.row_no`)
}

/** After the records are written: what is still staged was accepted. */
export async function acceptRows(scope: Scope, batchId: string, kind: string): Promise<void> {
  await scope.tx.$executeRaw(sql`UPDATE import_row r SET status = 'accepted' WHERE ${stagedRows(batchId, kind)}`)
}

/** Rejects staged rows of a kind that meet a condition on `r`; they are kept for correction. */
export async function rejectRows(scope: Scope, batchId: string, kind: string, reason: string, condition: Sql): Promise<void> {
  await scope.tx.$executeRaw(
    sql`UPDATE import_row r SET status = 'rejected', reason = ${reason} WHERE ${stagedRows(batchId, kind)} AND (${condition})`,
  )
}

/** Marks rows that are known or replaced in their file; answers whether records are there that the others will change. */
async function markKnownRecords(tx: Tx, batchId: string, record: RecordKind): Promise<boolean> {
  const columns = Object.keys(record.key)
  const [changed] = await selectIn<{ isThere: boolean }>(
    tx,
    sql`
    WITH keyed AS MATERIALIZED (
      SELECT r.row_no, r.fingerprint, ${keyValues(record)} FROM import_row r WHERE ${stagedRows(batchId, record.kind)}
    ), repeated AS (
      SELECT ${names('', columns)}, max(row_no) AS last_no FROM keyed GROUP BY ${names('', columns)} HAVING count(*) > 1
    ), judged AS (
      SELECT k.row_no, k.row_no < m.last_no AS is_replaced, coalesce(k.fingerprint = l.fingerprint, true) AS is_last,
        t.id IS NOT NULL AS is_there, coalesce(t.fingerprint = k.fingerprint, false) AS is_known,
        CASE WHEN t.fingerprint = k.fingerprint THEN t.batch_id END AS known_by
      FROM keyed k
      LEFT JOIN repeated m ON ${equal('m', 'k', columns)}
      LEFT JOIN keyed l ON l.row_no = m.last_no
      LEFT JOIN ${recordOf(record)}
    ), marked AS (
      UPDATE import_row r SET status = 'duplicate', duplicate_of = j.known_by,
        reason = CASE WHEN j.is_last OR j.is_known THEN NULL ELSE 'intake/replaced-in-file' END
      FROM judged j WHERE r.batch_id = ${batchId}::uuid AND r.row_no = j.row_no AND (j.is_replaced OR j.is_known)
    )
    SELECT EXISTS (SELECT 1 FROM judged j WHERE j.is_there AND j.is_replaced IS NOT TRUE AND NOT j.is_known) AS "isThere"`,
  )
  return changed?.isThere === true
}

/** The record `t` of a keyed row `k`. */
function recordOf(record: RecordKind): Sql {
  const [table, isSame] = [raw(record.table), equal('t', 'k', Object.keys(record.key))]
  if (record.isLookedUp !== true) return sql`${table} t ON ${isSame}`
  return sql`LATERAL (SELECT t.id, t.fingerprint, t.batch_id FROM ${table} t WHERE ${isSame} LIMIT 1) t ON true`
}

async function keepVersions(tx: Tx, batchId: string, record: RecordKind): Promise<number> {
  const version =
    record.hasVersion === false
      ? sql`(SELECT 1 + count(*)::int FROM record_version v WHERE v.table_name = ${record.table} AND v.record_id = t.id)`
      : sql`t.version`
  const lines = record.lines
    ? sql` || jsonb_build_object('lines', (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM ${raw(record.lines.table)} l WHERE l.${raw(record.lines.parent)} = t.id))`
    : sql``
  return tx.$executeRaw(sql`
    INSERT INTO record_version (table_name, record_id, version, content, batch_id)
    SELECT ${record.table}, t.id, ${version}, to_jsonb(t)${lines}, ${batchId}::uuid
    FROM import_row r JOIN ${raw(record.table)} t ON ${matches(record)} WHERE ${stagedRows(batchId, record.kind)}`)
}

async function removeLines(tx: Tx, batchId: string, record: RecordKind, lines: { table: string; parent: string }): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM ${raw(lines.table)} l USING import_row r JOIN ${raw(record.table)} t ON ${matches(record)}
    WHERE ${stagedRows(batchId, record.kind)} AND l.${raw(lines.parent)} = t.id`)
}

function keyValues(record: RecordKind): Sql {
  return join(Object.entries(record.key).map(([column, value]) => sql`${value} AS ${raw(column)}`))
}

/** A staged row `r` and the record `t` of its key. */
export function matches(record: RecordKind): Sql {
  return join(
    Object.entries(record.key).map(([column, value]) => sql`t.${raw(column)} = ${value}`),
    ' AND ',
  )
}

function names(alias: string, columns: readonly string[]): Sql {
  return raw(columns.map((column) => `${alias}${column}`).join(', '))
}

function equal(left: string, right: string, columns: readonly string[]): Sql {
  return raw(columns.map((column) => `${left}.${column} = ${right}.${column}`).join(' AND '))
}
