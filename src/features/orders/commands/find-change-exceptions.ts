import { sql } from '@/server/db/client'
import { moneyOf, step, steps } from './exception-step'

const CHANGE_PLACE = { source: 'order-change', on: sql`x.changed_on`, batch: sql`x.batch_id`, position: sql`x.position` }

/** A change that arrived before its order, or whose order never came. */
export const findChangesWithoutOrder = sql`
  SELECT DISTINCT ON (x.customer_id, x.po_key, x.line) NULL::uuid, x.customer_id, x.po_number, x.po_key, x.line, 'change-without-order', 'order', NULL, x.po_number,
    ${moneyOf(sql`coalesce(x.price_micros_new, 0)`, sql`coalesce(x.quantity_new, 0)`)}, c.currency,
    ${steps(
      step('change', sql`x.code`, CHANGE_PLACE),
      step('changed-quantity', sql`x.quantity_new::text`, CHANGE_PLACE),
      step('changed-price', sql`price_text(x.price_micros_new)`, CHANGE_PLACE),
    )}
  FROM order_change x JOIN customer c ON c.id = x.customer_id
  WHERE NOT EXISTS (SELECT 1 FROM purchase_order o WHERE o.customer_id = x.customer_id AND o.number_key = x.po_key)
  ORDER BY x.customer_id, x.po_key, x.line, x.changed_on DESC, x.id DESC`

/** A change of a line that the order does not have, one that says by how much and not to what, or one that adds an article on a line of another. */
export const findUnclearChanges = sql`
  SELECT DISTINCT ON (o.id, x.line) o.id, x.customer_id, o.number, x.po_key, x.line, 'change-unclear', 'change', NULL, x.code,
    ${moneyOf(sql`coalesce(x.price_micros_new, l.price_micros, 0)`, sql`coalesce(x.quantity_new, x.quantity_delta, 0)`)}, o.currency,
    ${steps(
      step('change', sql`x.code`, CHANGE_PLACE),
      step('changed-quantity', sql`x.quantity_new::text`, CHANGE_PLACE),
      step('changed-by', sql`x.quantity_delta::text`, CHANGE_PLACE),
      step('changed-price', sql`price_text(x.price_micros_new)`, CHANGE_PLACE),
    )}
  FROM order_change x
  JOIN purchase_order o ON o.customer_id = x.customer_id AND o.number_key = x.po_key
  LEFT JOIN purchase_order_line l ON l.purchase_order_id = o.id AND (l.line_no = x.line_no OR l.line = x.line)
  WHERE x.line <> '' AND (l.line IS NULL OR (x.quantity_new IS NULL AND coalesce(x.quantity_delta, 0) <> 0)
    OR (x.code = 'AI' AND l.added_by IS NULL AND find_item(x.customer_id, x.upc, x.vendor_part, x.customer_item) <> l.item_id))
  ORDER BY o.id, x.line, x.changed_on DESC, x.id DESC`

/** Goods under way on an order that neither the customer nor our own order entry knows. */
export const findDeliveriesWithoutOrder = sql`
  SELECT NULL::uuid, d.customer_id, min(coalesce(d.po_number, d.number)), coalesce(d.po_key, d.number_key), '', 'delivery-without-order', 'delivery', NULL,
    string_agg(DISTINCT d.number, ', '), 0::bigint, min(c.currency),
    ${steps(
      step('delivery', sql`min(d.number)`, {
        source: 'delivery',
        on: sql`min(d.issued_on)`,
        batch: sql`min(d.batch_id::text)`,
        position: sql`min(d.position)`,
      }),
      step('sales-order-named', sql`min(d.sales_order_key)`, { source: 'delivery' }),
      step('quantity', sql`sum(d.quantity)::text`, { source: 'delivery' }),
    )}
  FROM delivery_line d JOIN customer c ON c.id = d.customer_id
  WHERE NOT EXISTS (SELECT 1 FROM sales_order_line s WHERE s.number_key = d.sales_order_key)
    AND NOT EXISTS (SELECT 1 FROM purchase_order o WHERE o.customer_id = d.customer_id AND o.number_key = d.po_key)
  GROUP BY d.customer_id, coalesce(d.po_key, d.number_key)`
