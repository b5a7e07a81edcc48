import { selectIn, sql, type Tx } from '@/server/db/client'

/** Scores of lines brought together by something else than their number; sums that agree make a group surer. */
const SCORE = { renumbered: 92, split: 84, merged: 84, regrouped: 74, sumAgrees: 10, byContent: 66, byLine: 60 } as const

/**
 * The tolerant pass over order lines that stand alone after the exact one: within one order (or two linked ones) by article,
 * one to one, many to one or one to many; then by quantity and price; then by line number. Groups are compared by their sums
 * (`line_group`); what still stands alone is missing on the other side (`loose_line`).
 */
export async function matchOrderLines(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE loose_line ON COMMIT DROP AS
    SELECT 'ours' AS side, p.customer_id, coalesce(k.their_key, p.po_key) AS po_key, p.po_key AS own_key, p.line_no, p.sap_id::text AS ref, p.sales_order_key,
      p.sap_item AS item_id, p.sap_quantity AS quantity, p.sap_unit AS unit, p.sap_currency AS currency, p.sap_price AS price_micros, NULL::uuid AS purchase_order_id
    FROM order_pair p LEFT JOIN paired_document k ON k.step = 'order' AND k.customer_id = p.customer_id AND k.our_key = p.po_key WHERE p.sap_id IS NOT NULL AND p.purchase_order_id IS NULL
    UNION ALL
    SELECT 'theirs', customer_id, po_key, po_key, line_no, order_line, NULL, order_item, order_quantity, order_unit, order_currency, order_price, purchase_order_id
    FROM order_pair WHERE sap_id IS NULL`)
  await tx.$executeRaw(sql`ANALYZE loose_line`)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE line_group (customer_id uuid, po_key text, our_key text, kind text, our_refs text[], their_refs text[], line_no int, sap_item uuid, order_item uuid,
      sap_quantity bigint, order_quantity bigint, sap_price bigint, order_price bigint, sap_unit text, order_unit text, sap_currency text, order_currency text,
      sales_order_key text, other_sales_order_key text, purchase_order_id uuid, score int, reasons jsonb) ON COMMIT DROP`)
  const [both] = await selectIn<{ some: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM loose_line a JOIN loose_line b USING (customer_id, po_key) WHERE a.side = 'ours' AND b.side = 'theirs') AS some`,
  )
  if (both?.some !== true) return
  await groupByArticle(tx)
  await takeGrouped(tx)
  await pairRest(tx, 'by-content')
  await takeGrouped(tx)
  await pairRest(tx, 'by-line')
  await takeGrouped(tx)
}

async function groupByArticle(tx: Tx): Promise<void> {
  const side = (name: 'ours' | 'theirs') => sql`
    SELECT customer_id, po_key, min(own_key) AS own_key, item_id, count(*)::int AS lines, array_agg(ref ORDER BY line_no, ref) AS refs, min(line_no) AS line_no, sum(quantity)::bigint AS quantity,
      CASE WHEN sum(quantity) > 0 THEN (sum(price_micros * quantity) / sum(quantity))::bigint END AS price_micros, min(unit) AS unit, min(currency) AS currency,
      min(sales_order_key) AS first_key, max(sales_order_key) AS last_key, min(purchase_order_id::text)::uuid AS purchase_order_id
    FROM loose_line WHERE side = ${name} AND item_id IS NOT NULL GROUP BY customer_id, po_key, item_id`
  await tx.$executeRaw(sql`
    INSERT INTO line_group
    SELECT o.customer_id, o.po_key, o.own_key, g.kind, o.refs, t.refs, t.line_no, o.item_id, t.item_id, o.quantity, t.quantity, o.price_micros, t.price_micros, o.unit, t.unit,
      o.currency, t.currency, o.first_key, nullif(o.last_key, o.first_key), t.purchase_order_id,
      least(coalesce(k.score, 100), CASE g.kind WHEN 'same-line' THEN 100 WHEN 'renumbered' THEN ${SCORE.renumbered}::int WHEN 'split' THEN ${SCORE.split}::int + g.agrees WHEN 'merged' THEN ${SCORE.merged}::int + g.agrees
        ELSE ${SCORE.regrouped}::int + g.agrees END),
      jsonb_build_array(jsonb_build_object('code', 'article', 'value', ''), jsonb_build_object('code', 'sums', 'value', o.quantity || '/' || t.quantity))
    FROM (${side('ours')}) o JOIN (${side('theirs')}) t USING (customer_id, po_key, item_id)
    LEFT JOIN paired_document k ON k.step = 'order' AND k.customer_id = o.customer_id AND k.our_key = o.own_key
    CROSS JOIN LATERAL (SELECT CASE WHEN o.lines = 1 AND t.lines = 1 THEN CASE WHEN o.line_no = t.line_no THEN 'same-line' ELSE 'renumbered' END
        WHEN t.lines = 1 THEN 'split' WHEN o.lines = 1 THEN 'merged' ELSE 'regrouped' END AS kind,
      CASE WHEN o.quantity = t.quantity THEN ${SCORE.sumAgrees}::int ELSE 0 END AS agrees) g`)
}

/** What is left pairs one to one: by the same quantity and price where that is unique, then by the same line. */
async function pairRest(tx: Tx, kind: 'by-content' | 'by-line'): Promise<void> {
  const key = kind === 'by-content' ? sql`quantity, price_micros` : sql`line_no`
  const score = kind === 'by-content' ? SCORE.byContent : SCORE.byLine
  const alone = (name: 'ours' | 'theirs') => sql`
    SELECT *, count(*) OVER (PARTITION BY customer_id, po_key, ${key}) AS twins FROM loose_line WHERE side = ${name}`
  await tx.$executeRaw(sql`
    INSERT INTO line_group
    SELECT customer_id, po_key, o.own_key, ${kind}::text, ARRAY[o.ref], ARRAY[t.ref], t.line_no, o.item_id, t.item_id, o.quantity, t.quantity, o.price_micros, t.price_micros,
      o.unit, t.unit, o.currency, t.currency, o.sales_order_key, NULL, t.purchase_order_id, ${score}::int,
      jsonb_build_array(jsonb_build_object('code', ${kind}::text, 'value', ''))
    FROM (${alone('ours')}) o JOIN (${alone('theirs')}) t USING (customer_id, po_key, ${key}) WHERE o.twins = 1 AND t.twins = 1`)
}

async function takeGrouped(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM loose_line l USING line_group g
    WHERE l.customer_id = g.customer_id AND l.po_key = g.po_key AND (l.side = 'ours' AND l.ref = ANY(g.our_refs) OR l.side = 'theirs' AND l.ref = ANY(g.their_refs))`)
}
