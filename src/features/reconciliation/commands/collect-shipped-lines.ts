import { sql, type Tx } from '@/server/db/client'
import { type Extent, inDeliveries, inOrders } from './prepare-extent'

/**
 * What left the dock beside what the ship notice announced and the customer counted first, per delivery line
 * (`shipped_line`), documents of another number joined by their links. Null: no such document. A line that the document leaves
 * out counts as nothing. Receipts count articles: where one delivery has an article on several lines, their sum stands on the first.
 */
export async function collectShippedLines(tx: Tx, extent: Extent): Promise<void> {
  await collectCounts(tx, extent)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE repeated_item ON COMMIT DROP AS
    SELECT number_key, item_id, min(line_no) AS line_no, sum(quantity)::bigint AS quantity FROM delivery_line d
    WHERE item_id IS NOT NULL ${inDeliveries(extent, sql`d.number_key`)} GROUP BY number_key, item_id HAVING count(*) > 1`)
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE shipped_line ON COMMIT DROP AS
    SELECT d.id AS delivery_line_id, d.customer_id, d.po_number, d.po_key, d.sales_order_key, d.number_key AS delivery_key, d.line_no, d.item_id, d.quantity AS shipped,
      coalesce(a.quantity, d.quantity) AS counted_shipped, a.number_key IS NULL OR a.line_no = d.line_no AS is_counted, d.pro_key, d.bol_key,
      n.id AS ship_notice_id, CASE WHEN n.id IS NOT NULL THEN coalesce(by_line.quantity, by_item.quantity, 0) END AS noticed, notice_link.their_key AS linked_notice,
      f.receipt_id, CASE WHEN f.receipt_id IS NOT NULL THEN coalesce(counted.received, 0) END AS received_first, f.linked_order
    FROM delivery_line d
    LEFT JOIN repeated_item a ON a.number_key = d.number_key AND a.item_id = d.item_id
    LEFT JOIN paired_document notice_link ON notice_link.step = 'ship-notice' AND notice_link.customer_id = d.customer_id AND notice_link.our_key = d.number_key
    LEFT JOIN ship_notice n ON n.customer_id = d.customer_id AND n.number_key = coalesce(notice_link.their_key, d.number_key)
    LEFT JOIN (SELECT ship_notice_id, line_no, sum(quantity)::bigint AS quantity FROM ship_notice_line WHERE line_no IS NOT NULL ${ofNotices(extent)} GROUP BY 1, 2) by_line
      ON by_line.ship_notice_id = n.id AND by_line.line_no = d.line_no
    LEFT JOIN (SELECT ship_notice_id, item_id, sum(quantity)::bigint AS quantity FROM ship_notice_line WHERE line_no IS NULL ${ofNotices(extent)} GROUP BY 1, 2) by_item
      ON by_item.ship_notice_id = n.id AND by_item.item_id = d.item_id
    LEFT JOIN first_count f ON f.customer_id = d.customer_id AND f.delivery_key = d.number_key
    LEFT JOIN (SELECT l.receipt_id, l.item_id, sum(l.received)::bigint AS received FROM receipt_line l WHERE l.receipt_id IN (SELECT receipt_id FROM first_count) GROUP BY 1, 2) counted
      ON counted.receipt_id = f.receipt_id AND counted.item_id = d.item_id
    WHERE TRUE ${inDeliveries(extent, sql`d.number_key`)}`)
  await tx.$executeRaw(sql`ANALYZE shipped_line`)
}

function ofNotices(extent: Extent) {
  return extent.everything
    ? sql``
    : sql`AND ship_notice_id IN (SELECT n.id FROM ship_notice n WHERE n.number_key IN (SELECT key FROM in_delivery UNION SELECT their_key FROM paired_document WHERE step = 'ship-notice'))`
}

/** The first receipt of every delivery; one that names an order linked to ours counts the latest delivery of that order it can have seen. */
async function collectCounts(tx: Tx, extent: Extent): Promise<void> {
  const near = extent.everything
    ? sql``
    : sql`AND r.receipt_id IN (
        SELECT x.id FROM receipt x WHERE (x.customer_id, x.po_key) IN (SELECT customer_id, key FROM in_order)
        UNION SELECT x.id FROM receipt x WHERE x.bol_key IN (SELECT d.bol_key FROM delivery_line d WHERE d.number_key IN (SELECT key FROM in_delivery)))`
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE first_count ON COMMIT DROP AS
    SELECT DISTINCT ON (customer_id, delivery_key) customer_id, delivery_key, receipt_id, linked_order FROM (
      SELECT r.customer_id, r.delivery_key, r.receipt_id, r.received_on, r.number, NULL::text AS linked_order FROM receipt_delivery r WHERE r.purpose = 'first' ${near}
      UNION ALL
      SELECT r.customer_id, d.number_key, r.id, r.received_on, r.number, r.po_key FROM receipt r
      JOIN paired_document k ON k.step = 'receipt' AND k.customer_id = r.customer_id AND k.their_key = r.po_key
      CROSS JOIN LATERAL (SELECT x.number_key FROM delivery_line x WHERE x.customer_id = r.customer_id AND x.po_key = k.our_key
        AND (x.issued_on IS NULL OR r.received_on IS NULL OR x.issued_on <= r.received_on) GROUP BY x.number_key ORDER BY max(x.issued_on) DESC NULLS LAST, x.number_key LIMIT 1) d
      WHERE r.purpose = 'first' ${inOrders(extent, sql`r.customer_id`, sql`r.po_key`)}
    ) counts ORDER BY customer_id, delivery_key, received_on, number, receipt_id`)
  await tx.$executeRaw(sql`ANALYZE first_count`)
}
