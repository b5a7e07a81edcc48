-- Notes what changed for the next comparison of the systems: imports, corrections, undone imports and hand-made changes alike.
-- One statement notes its distinct numbers in one set; the argument is the list of (kind, customer_id, key) of its rows.

CREATE OR REPLACE FUNCTION note_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    EXECUTE 'INSERT INTO reconciliation_due (kind, customer_id, key) SELECT DISTINCT kind, customer_id, key FROM (' || replace(TG_ARGV[0], 'changed', 'new_rows')
      || ') n WHERE key IS NOT NULL';
  END IF;
  IF TG_OP <> 'INSERT' THEN
    EXECUTE 'INSERT INTO reconciliation_due (kind, customer_id, key) SELECT DISTINCT kind, customer_id, key FROM (' || replace(TG_ARGV[0], 'changed', 'old_rows')
      || ') o WHERE key IS NOT NULL';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched text;
  noted text;
BEGIN
  FOR watched, noted IN VALUES
    ('purchase_order', $q$ SELECT 'order' AS kind, customer_id, number_key AS key FROM changed $q$),
    ('purchase_order_line', $q$ SELECT 'order' AS kind, o.customer_id, o.number_key AS key FROM changed l JOIN purchase_order o ON o.id = l.purchase_order_id $q$),
    ('order_change', $q$ SELECT 'order' AS kind, customer_id, po_key AS key FROM changed $q$),
    ('sales_order_line', $q$ SELECT 'order' AS kind, customer_id, po_key AS key FROM changed $q$),
    ('delivery_line', $q$ SELECT v.kind, customer_id, v.key FROM changed
      CROSS JOIN LATERAL (VALUES ('order', po_key), ('delivery', number_key), ('transport', bol_key)) v(kind, key) $q$),
    ('ship_notice', $q$ SELECT 'delivery' AS kind, customer_id, number_key AS key FROM changed $q$),
    ('ship_notice_line', $q$ SELECT 'delivery' AS kind, n.customer_id, n.number_key AS key FROM changed l JOIN ship_notice n ON n.id = l.ship_notice_id $q$),
    ('receipt', $q$ SELECT v.kind, customer_id, v.key FROM changed CROSS JOIN LATERAL (VALUES ('order', po_key), ('transport', bol_key)) v(kind, key) $q$),
    ('receipt_line', $q$ SELECT v.kind, r.customer_id, v.key FROM changed l JOIN receipt r ON r.id = l.receipt_id
      CROSS JOIN LATERAL (VALUES ('order', r.po_key), ('transport', r.bol_key)) v(kind, key) $q$),
    ('carrier_event', $q$ SELECT v.kind, NULL::uuid AS customer_id, v.key FROM changed
      CROSS JOIN LATERAL (VALUES ('delivery', delivery_key), ('transport', bol_key), ('transport', pro_key)) v(kind, key) $q$),
    ('delivery_paper', $q$ SELECT v.kind, NULL::uuid AS customer_id, v.key FROM changed
      CROSS JOIN LATERAL (VALUES ('delivery', delivery_key), ('transport', bol_key), ('transport', pro_key)) v(kind, key) $q$),
    ('invoice', $q$ SELECT v.kind, customer_id, v.key FROM changed
      CROSS JOIN LATERAL (VALUES ('invoice', number_key), ('delivery', delivery_key), ('order', po_key)) v(kind, key) $q$),
    ('invoice_line', $q$ SELECT w.kind, v.customer_id, w.key FROM changed l JOIN invoice v ON v.id = l.invoice_id
      CROSS JOIN LATERAL (VALUES ('invoice', v.number_key), ('delivery', v.delivery_key), ('order', v.po_key)) w(kind, key) $q$),
    ('sent_invoice', $q$ SELECT 'invoice' AS kind, customer_id, number_key AS key FROM changed $q$),
    ('sent_invoice_line', $q$ SELECT 'invoice' AS kind, v.customer_id, v.number_key AS key FROM changed l JOIN sent_invoice v ON v.id = l.sent_invoice_id $q$),
    ('difference_tolerance', $q$ SELECT 'customer' AS kind, customer_id, customer_id::text AS key FROM changed WHERE state = 'approved' $q$)
  LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS due_insert ON %I', watched);
    EXECUTE format('CREATE TRIGGER due_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_due(%L)', watched, noted);
    EXECUTE format('DROP TRIGGER IF EXISTS due_update ON %I', watched);
    EXECUTE format('CREATE TRIGGER due_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_due(%L)', watched, noted);
    EXECUTE format('DROP TRIGGER IF EXISTS due_delete ON %I', watched);
    EXECUTE format('CREATE TRIGGER due_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_due(%L)', watched, noted);
  END LOOP;
END $$;

-- Packs decide between a question of pack and one of count; the item master changes rarely, and then everything is compared again.
CREATE OR REPLACE FUNCTION note_everything_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reconciliation_due (kind, key) SELECT 'everything', 'item'
  WHERE EXISTS (SELECT 1 FROM old_rows o JOIN new_rows n USING (id) WHERE o.case_pack IS DISTINCT FROM n.case_pack);
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS due_update ON item;
CREATE TRIGGER due_update AFTER UPDATE ON item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_everything_due();
