import { selectIn, sql, type Tx } from '@/server/db/client'

/** Points for how the numbers are related, before the content is looked at. Documents need `LINKED_FROM` in the end. */
const POINTS = { transport: 72, store: 78, prefix: 76, suffix: 70, front: 56, truncated: 66, typo: 58, content: 45 } as const
/** Points of a document whose lines agree in full, by share, half of them for the article alone; of totals within half a percent; of dates within a week, a month. */
const CONTENT = { lines: 22, amount: 5, week: 5, month: 2 } as const
const LINKED_FROM = 75
/** A candidate this close to the best one makes the choice a guess. */
const MARGIN = 4
/** Shorter numbers are parts of too many others. */
const PART_LENGTH = 5

/**
 * The tolerant pass over documents whose number nobody else has: related numbers (prefix, store in front, cut off, one
 * character mistyped), the same bill of lading, or the same content; weighed by lines, amount and dates. A pair is linked
 * (`paired_document`) when each is the other's best by a margin; what is ambiguous stays unpaired, never guessed.
 */
export async function linkDocuments(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE paired_document (step text, customer_id uuid, our_key text, their_key text, way text, score int, reasons jsonb) ON COMMIT DROP`)
  const [both] = await selectIn<{ some: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM lone_document a JOIN lone_document b USING (step, customer_id) WHERE a.side = 'ours' AND b.side = 'theirs') AS some`,
  )
  if (both?.some !== true) return
  await signDocuments(tx)
  await listCandidates(tx)
  await scoreCandidates(tx)
  await tx.$executeRaw(sql`
    INSERT INTO paired_document
    SELECT step, customer_id, our_key, their_key, way, score, reasons FROM (
      SELECT c.*, row_number() OVER ours AS our_rank, lead(score) OVER ours AS our_next, row_number() OVER theirs AS their_rank, lead(score) OVER theirs AS their_next
      FROM scored_candidate c
      WINDOW ours AS (PARTITION BY step, customer_id, our_key ORDER BY score DESC, their_key), theirs AS (PARTITION BY step, customer_id, their_key ORDER BY score DESC, our_key)
    ) ranked
    WHERE score >= ${LINKED_FROM} AND our_rank = 1 AND their_rank = 1
      AND score - coalesce(our_next, 0) >= ${MARGIN}::int AND score - coalesce(their_next, 0) >= ${MARGIN}::int`)
  await tx.$executeRaw(sql`ANALYZE paired_document`)
}

/** Every form in which a number could have been written: whole, without its front, cut off, with one character less. */
async function signDocuments(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE document_sign ON COMMIT DROP AS
    SELECT u.step, u.side, u.customer_id, u.key, v.sign, v.way, v.at FROM lone_document u CROSS JOIN LATERAL (
      SELECT u.key AS sign, 'whole' AS way, 0 AS at
      UNION ALL SELECT substr(u.key, n), 'tail', n FROM generate_series(2, length(u.key) - ${PART_LENGTH - 1}::int) n
      UNION ALL SELECT left(u.key, n), 'head', n FROM generate_series(greatest(${PART_LENGTH}::int, length(u.key) - 4), length(u.key) - 1) n
      UNION ALL SELECT left(u.key, n - 1) || substr(u.key, n + 1), 'less', n FROM generate_series(1, length(u.key)) n WHERE length(u.key) BETWEEN 6 AND 24
      UNION ALL SELECT u.transport, 'transport', 0 WHERE u.transport IS NOT NULL
    ) v`)
  // The same articles in the same quantities; only what is unique says anything.
  await tx.$executeRaw(sql`
    INSERT INTO document_sign
    SELECT step, side, customer_id, min(key), sign, 'content', 0 FROM (
      SELECT step, side, customer_id, key, md5(string_agg(item_id || ' ' || quantity, ',' ORDER BY item_id)) AS sign
      FROM lone_line WHERE item_id IS NOT NULL GROUP BY step, side, customer_id, key
    ) c GROUP BY step, side, customer_id, sign HAVING count(*) = 1`)
  await tx.$executeRaw(sql`ANALYZE document_sign`)
}

async function listCandidates(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE candidate ON COMMIT DROP AS
    SELECT DISTINCT ON (step, customer_id, our_key, their_key) step, customer_id, our_key, their_key, way, cut, points FROM (
      SELECT p.step, p.customer_id, p.our_key, p.their_key, p.cut, w.way,
        CASE w.way WHEN 'store' THEN ${POINTS.store}::int WHEN 'prefix' THEN ${POINTS.prefix}::int WHEN 'suffix' THEN ${POINTS.suffix}::int WHEN 'front' THEN ${POINTS.front}::int
          WHEN 'truncated' THEN ${POINTS.truncated}::int - 3 * length(p.cut) WHEN 'transport' THEN ${POINTS.transport}::int WHEN 'content' THEN ${POINTS.content}::int ELSE ${POINTS.typo}::int END AS points
      FROM (
        SELECT a.step, a.customer_id, a.key AS our_key, b.key AS their_key, a.way AS our_way, b.way AS their_way,
          CASE WHEN b.way = 'tail' THEN left(b.key, b.at - 1) WHEN a.way = 'tail' THEN left(a.key, a.at - 1)
            WHEN b.way = 'head' THEN substr(b.key, b.at + 1) WHEN a.way = 'head' THEN substr(a.key, a.at + 1) ELSE '' END AS cut
        FROM document_sign a JOIN document_sign b ON b.step = a.step AND b.customer_id = a.customer_id AND b.sign = a.sign
        WHERE a.side = 'ours' AND b.side = 'theirs' AND (a.way = b.way AND a.way IN ('transport', 'content') OR a.way = 'whole' AND b.way IN ('tail', 'head', 'less')
          OR b.way = 'whole' AND a.way IN ('tail', 'head', 'less') OR a.way = 'less' AND b.way = 'less' AND abs(a.at - b.at) <= 1)
      ) p
      CROSS JOIN LATERAL (SELECT CASE
        WHEN 'tail' IN (p.our_way, p.their_way) THEN CASE WHEN p.cut !~ '[0-9]' THEN 'prefix'
          WHEN EXISTS (SELECT 1 FROM ship_to t WHERE t.customer_id = p.customer_id AND comparison_key(t.number) = rtrim(p.cut, '0') OR t.customer_id = p.customer_id AND comparison_key(t.number) = p.cut) THEN 'store'
          ELSE 'front' END
        WHEN 'head' IN (p.our_way, p.their_way) THEN CASE WHEN p.cut !~ '[0-9]' THEN 'suffix' ELSE 'truncated' END
        WHEN 'transport' IN (p.our_way, p.their_way) THEN 'transport' WHEN 'content' IN (p.our_way, p.their_way) THEN 'content' ELSE 'typo' END AS way) w
    ) related ORDER BY step, customer_id, our_key, their_key, points DESC, way`)
  await tx.$executeRaw(sql`ANALYZE candidate`)
}

/** Adds what the content says. Documents without a single common article are different documents, whatever their numbers. */
async function scoreCandidates(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE weighed_document ON COMMIT DROP AS
    SELECT d.step, d.side, d.customer_id, d.key, d.dated_on, count(l.key)::int AS lines, sum(l.amount_minor)::bigint AS amount_minor
    FROM lone_document d LEFT JOIN lone_line l USING (step, side, customer_id, key) GROUP BY d.step, d.side, d.customer_id, d.key, d.dated_on`)
  await tx.$executeRaw(sql`ANALYZE weighed_document`)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE scored_candidate ON COMMIT DROP AS
    WITH shared AS (
      SELECT c.step, c.customer_id, c.our_key, c.their_key, count(*)::int AS common, (count(*) FILTER (WHERE x.quantity = y.quantity))::int AS same
      FROM candidate c
      JOIN lone_line x ON x.step = c.step AND x.side = 'ours' AND x.customer_id = c.customer_id AND x.key = c.our_key
      JOIN lone_line y ON y.step = c.step AND y.side = 'theirs' AND y.customer_id = c.customer_id AND y.key = c.their_key AND y.item_id = x.item_id
      GROUP BY c.step, c.customer_id, c.our_key, c.their_key
    ), weighed AS (
      SELECT c.*, s.same, s.common, greatest(a.lines, b.lines) AS lines, abs(a.dated_on - b.dated_on) AS days,
        CASE WHEN a.amount_minor > 0 AND b.amount_minor > 0 THEN abs(a.amount_minor - b.amount_minor) * 200 <= a.amount_minor END AS is_near
      FROM candidate c JOIN shared s USING (step, customer_id, our_key, their_key)
      JOIN weighed_document a ON a.step = c.step AND a.side = 'ours' AND a.customer_id = c.customer_id AND a.key = c.our_key
      JOIN weighed_document b ON b.step = c.step AND b.side = 'theirs' AND b.customer_id = c.customer_id AND b.key = c.their_key
    )
    SELECT step, customer_id, our_key, their_key, way,
      greatest(0, least(100, points + ${CONTENT.lines}::int * (same + common) / (2 * lines) + CASE WHEN is_near THEN ${CONTENT.amount}::int ELSE 0 END
        + CASE WHEN days <= 7 THEN ${CONTENT.week}::int WHEN days <= 31 THEN ${CONTENT.month}::int WHEN days > 120 THEN -20 ELSE 0 END))::int AS score,
      jsonb_build_array(jsonb_build_object('code', way, 'value', cut), jsonb_build_object('code', 'lines', 'value', same || '/' || lines))
        || CASE WHEN is_near THEN '[{"code": "amount", "value": ""}]'::jsonb ELSE '[]' END
        || CASE WHEN days IS NOT NULL THEN jsonb_build_array(jsonb_build_object('code', 'days', 'value', days::text)) ELSE '[]' END AS reasons
    FROM weighed`)
}
