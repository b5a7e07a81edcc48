import { type Sql, sql } from '@/server/db/client'

/** The orders whose records were brought by some imports: SQL that selects (customer_id, po_key). */
export function ordersTouchedBy(batchIds: readonly string[]): Sql {
  const fresh = sql`= ANY(${[...batchIds]}::uuid[])`
  const deliveriesOf = (on: Sql): Sql => sql`SELECT d.customer_id, d.po_key FROM delivery_line d JOIN ${on}`
  return sql`
    SELECT customer_id, number_key AS po_key FROM purchase_order WHERE batch_id ${fresh}
    UNION SELECT customer_id, po_key FROM order_change WHERE batch_id ${fresh}
    UNION SELECT customer_id, po_key FROM order_confirmation_line WHERE batch_id ${fresh}
    UNION SELECT customer_id, po_key FROM sales_order_line WHERE batch_id ${fresh}
    UNION SELECT customer_id, po_key FROM delivery_line WHERE batch_id ${fresh}
    UNION SELECT customer_id, po_key FROM receipt WHERE batch_id ${fresh}
    UNION ${deliveriesOf(sql`receipt r ON r.bol_key = d.bol_key AND r.customer_id = d.customer_id WHERE r.batch_id ${fresh}`)}
    UNION ${deliveriesOf(sql`ship_notice n ON n.number_key = d.number_key AND n.customer_id = d.customer_id WHERE n.batch_id ${fresh}`)}
    UNION ${deliveriesOf(sql`carrier_event e ON e.delivery_key = d.number_key WHERE e.batch_id ${fresh}`)}
    UNION ${deliveriesOf(sql`carrier_event e ON e.pro_key = d.pro_key WHERE e.batch_id ${fresh}`)}
    UNION ${deliveriesOf(sql`carrier_event e ON e.bol_key = d.bol_key WHERE e.batch_id ${fresh}`)}
    UNION ${deliveriesOf(sql`(delivery_paper p JOIN document w ON w.id = p.document_id AND w.batch_id ${fresh})
      ON p.delivery_key = d.number_key OR p.pro_key = d.pro_key OR p.bol_key = d.bol_key`)}
    UNION SELECT v.customer_id, coalesce(v.po_key, d.po_key) FROM invoice v LEFT JOIN delivery_line d ON d.number_key = v.delivery_key WHERE v.batch_id ${fresh}
    UNION SELECT v.customer_id, v.po_key FROM invoice v JOIN sent_invoice s ON s.customer_id = v.customer_id AND s.number_key = v.number_key WHERE s.batch_id ${fresh}
    UNION SELECT v.customer_id, v.po_key FROM invoice v JOIN ledger_item l ON l.customer_id = v.customer_id AND l.document_key = v.number_key WHERE l.batch_id ${fresh}
    UNION SELECT v.customer_id, v.po_key FROM invoice v JOIN remittance_line r ON r.customer_id = v.customer_id AND r.reference_key = v.number_key
      JOIN remittance m ON m.id = r.remittance_id WHERE m.batch_id ${fresh}
    UNION SELECT v.customer_id, v.po_key FROM acknowledgement a JOIN sent_invoice v ON v.customer_id = a.customer_id
      AND (v.number_key = a.number_key OR (v.group_control = a.group_control AND v.set_control = coalesce(a.set_control, v.set_control))) WHERE a.batch_id ${fresh}
    UNION SELECT d.customer_id, d.po_key FROM acknowledgement a JOIN ship_notice n ON n.customer_id = a.customer_id
      AND (n.number_key = a.number_key OR (n.group_control = a.group_control AND n.set_control = coalesce(a.set_control, n.set_control)))
      JOIN delivery_line d ON d.number_key = n.number_key AND d.customer_id = n.customer_id WHERE a.batch_id ${fresh}`
}
