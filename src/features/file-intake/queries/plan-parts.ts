import { select, sql } from '@/server/db/client'
import { stagedRows } from '@/server/staged-rows'
import { COMMITTERS, type Committer } from '../commands/committers'

/** Rows of one kind that are taken over together: those from `from` to `to`, without or (`isApart`) only the ones named. */
export type CommitPart = { kind: string; from: number; to: number; apart: number[]; isApart: boolean }

const PART_ROWS = 50_000
/** When more rows than this lie in documents that reach from one part into another, the kind is taken over as one. */
const APART_ROWS_MAX = 100_000

/**
 * Parts the staged rows of a long file, kind by kind in the order of the committers. The rows of one document are never
 * parted: what reaches over a border is taken over by itself at the end. A kind that names no document is one part.
 */
export async function planParts(batchId: string, partRows = PART_ROWS): Promise<CommitPart[]> {
  const kinds = await select<{ kind: string; from: number; to: number }>(sql`
    SELECT kind, min(row_no) AS "from", max(row_no) AS "to" FROM import_row r WHERE batch_id = ${batchId}::uuid AND status = 'staged'
    GROUP BY kind ORDER BY array_position(${COMMITTERS.map((committer) => committer.kind)}::text[], kind)`)
  const parts: CommitPart[] = []
  for (const { kind, from, to } of kinds) {
    const committer = COMMITTERS.find((candidate) => candidate.kind === kind)
    const apart = to - from < partRows ? [] : await findRowsApart(batchId, kind, committer?.document, partRows)
    if (apart === null) parts.push({ kind, from, to, apart: [], isApart: false })
    else parts.push(...cut({ kind, from, to, apart }, partRows))
  }
  return parts
}

function cut({ kind, from, to, apart }: Omit<CommitPart, 'isApart'>, partRows: number): CommitPart[] {
  const parts: CommitPart[] = []
  for (let start = from; start <= to; start = borderAfter(start, partRows)) {
    const end = Math.min(to, borderAfter(start, partRows) - 1)
    parts.push({ kind, from: start, to: end, apart: apart.filter((row) => row >= start && row <= end), isApart: false })
  }
  if (apart.length > 0) parts.push({ kind, from, to, apart, isApart: true })
  return parts
}

// Borders do not move when a file is taken up again in the middle.
function borderAfter(row: number, partRows: number): number {
  return (Math.floor((row - 1) / partRows) + 1) * partRows + 1
}

/** The rows of documents that reach over a border; null when the kind cannot be parted. */
async function findRowsApart(batchId: string, kind: string, document: Committer['document'], partRows: number): Promise<number[] | null> {
  if (document === undefined) return null
  const staged = stagedRows(batchId, kind)
  const part = sql`(r.row_no - 1) / ${partRows}::int`
  const rows = await select<{ rowNo: number }>(sql`
    WITH crossing AS (
      SELECT ${document} AS document FROM import_row r WHERE ${staged} GROUP BY 1 HAVING min(${part}) <> max(${part})
    )
    SELECT r.row_no AS "rowNo" FROM import_row r JOIN crossing ON crossing.document = ${document} WHERE ${staged}
    ORDER BY r.row_no LIMIT ${APART_ROWS_MAX + 1}`)
  return rows.length > APART_ROWS_MAX ? null : rows.map(({ rowNo }) => rowNo)
}
