import type { Scope } from '@/server/command'
import { type Sql, sql } from '@/server/db/client'

/**
 * Gives orders the lines that later changes add, whichever of the two came first: article, quantity and price as the change says them.
 * A line the order has itself is only changed. Lines go whose change is gone. `orders` selects customer and comparison key.
 */
export async function replayAddedLines({ tx }: Scope, orders: Sql): Promise<void> {
  await tx.$executeRaw(sql`
    DELETE FROM purchase_order_line l USING purchase_order o
    WHERE l.added_by IS NOT NULL AND o.id = l.purchase_order_id AND (o.customer_id, o.number_key) IN (${orders})
      AND NOT EXISTS (SELECT 1 FROM order_change c WHERE c.id = l.added_by)`)
  await tx.$executeRaw(sql`
    INSERT INTO purchase_order_line (purchase_order_id, line, customer_id, item_id, customer_item, upc, vendor_part, quantity, unit,
      price_micros, pack, position, added_by)
    SELECT DISTINCT ON (o.id, c.line_no, c.line) o.id, c.line, c.customer_id, find_item(c.customer_id, c.upc, c.vendor_part, c.customer_item), c.customer_item, c.upc,
      c.vendor_part, c.quantity_new, coalesce(c.unit, 'EA'), c.price_micros_new, c.pack, c.position, c.id
    FROM order_change c JOIN purchase_order o ON o.customer_id = c.customer_id AND o.number_key = c.po_key
    WHERE ${ADDS_A_LINE} AND (c.customer_id, c.po_key) IN (${orders})
      AND NOT EXISTS (SELECT 1 FROM purchase_order_line l WHERE l.purchase_order_id = o.id AND (l.line = c.line OR l.line_no = c.line_no))
    ORDER BY o.id, c.line_no, c.line, c.changed_on, c.id`)
}

/** A change `c` that says enough to add a line: which line, of what, and how many. */
export const ADDS_A_LINE = sql`c.code = 'AI' AND c.line <> '' AND c.quantity_new IS NOT NULL AND coalesce(c.customer_item, c.upc, c.vendor_part) IS NOT NULL`

/** The same for every order that a change added a line to, once the undoing of an import has taken orders or changes back. */
export async function replayAfterUndo(scope: Scope): Promise<void> {
  await replayAddedLines(
    scope,
    sql`SELECT customer_id, po_key FROM order_change WHERE code = 'AI'
      UNION SELECT o.customer_id, o.number_key FROM purchase_order_line l JOIN purchase_order o ON o.id = l.purchase_order_id WHERE l.added_by IS NOT NULL`,
  )
}
