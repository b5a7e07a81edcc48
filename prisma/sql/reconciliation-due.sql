-- Notes what changed for the next comparison of the systems and for the next judgement of deductions: imports, corrections, undone imports and
-- hand-made changes alike. One statement notes its distinct numbers in one set; the first argument is the list of (kind, customer_id, key) of its
-- rows, the second says whether it is noted for both or for judgements only.

CREATE OR REPLACE FUNCTION note_due() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rows_name text;
BEGIN
  FOREACH rows_name IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY['new_rows'] WHEN 'DELETE' THEN ARRAY['old_rows'] ELSE ARRAY['new_rows', 'old_rows'] END LOOP
    EXECUTE 'WITH noted AS MATERIALIZED (SELECT DISTINCT kind, customer_id, key FROM (' || replace(TG_ARGV[0], 'changed', rows_name) || ') n WHERE key IS NOT NULL), '
      || 'compared AS (INSERT INTO reconciliation_due (kind, customer_id, key) SELECT kind, customer_id, key FROM noted WHERE $1) '
      || 'INSERT INTO judgement_due (kind, customer_id, key) SELECT kind, customer_id, key FROM noted' USING TG_ARGV[1] = 'both';
  END LOOP;
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched text;
  noted text;
  whom text;
BEGIN
  FOR watched, noted, whom IN SELECT w.watched, w.noted, 'both' FROM (VALUES
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
  ) w(watched, noted) UNION ALL SELECT w.watched, w.noted, 'judgement' FROM (VALUES
    ('order_confirmation_line', $q$ SELECT 'order' AS kind, customer_id, po_key AS key FROM changed $q$),
    ('acknowledgement', $q$ SELECT 'delivery' AS kind, a.customer_id, coalesce(a.number_key, n.number_key) AS key FROM changed a
      LEFT JOIN ship_notice n ON a.number_key IS NULL AND n.customer_id = a.customer_id AND n.group_control = a.group_control $q$),
    ('freight_bill', $q$ SELECT 'transport' AS kind, NULL::uuid AS customer_id, pro_key AS key FROM changed $q$),
    ('freight_tariff', $q$ SELECT 'everything' AS kind, NULL::uuid AS customer_id, 'tariff' AS key FROM changed $q$),
    ('document', $q$ SELECT w.kind, NULL::uuid AS customer_id, w.key FROM changed c JOIN delivery_paper p ON p.document_id = c.id
        CROSS JOIN LATERAL (VALUES ('delivery', p.delivery_key), ('transport', p.bol_key), ('transport', p.pro_key)) w(kind, key)
      UNION ALL SELECT 'number', NULL, k.id_key FROM changed c JOIN document_link k ON k.document_id = c.id $q$),
    ('document_link', $q$ SELECT 'number' AS kind, NULL::uuid AS customer_id, id_key AS key FROM changed $q$),
    ('bank_entry', $q$ SELECT 'payment' AS kind, NULL::uuid AS customer_id, payment_key AS key FROM changed $q$),
    ('return_authorisation', $q$ SELECT 'returns' AS kind, customer_id, '' AS key FROM changed $q$),
    ('return_receipt', $q$ SELECT 'returns' AS kind, customer_id, '' AS key FROM changed $q$),
    ('ledger_item', $q$ SELECT 'returns' AS kind, customer_id, '' AS key FROM changed WHERE posting_key = '11' $q$),
    ('stock_report', $q$ SELECT 'article' AS kind, customer_id, item_id::text AS key FROM changed $q$),
    ('price_condition', $q$ SELECT 'customer' AS kind, customer_id, '' AS key FROM changed $q$),
    ('agreement', $q$ SELECT 'customer' AS kind, customer_id, '' AS key FROM changed $q$),
    ('agreement_item', $q$ SELECT 'customer' AS kind, a.customer_id, '' AS key FROM changed c JOIN agreement a ON a.id = c.agreement_id $q$),
    ('reason_code', $q$ SELECT 'customer' AS kind, customer_id, '' AS key FROM changed $q$),
    ('dispute_window', $q$ SELECT 'customer' AS kind, customer_id, '' AS key FROM changed $q$),
    ('trade_rule', $q$ SELECT 'customer' AS kind, customer_id, '' AS key FROM changed WHERE customer_id IS NOT NULL $q$),
    ('evidence_requirement', $q$ SELECT CASE WHEN customer_id IS NULL THEN 'everything' ELSE 'customer' END AS kind, customer_id, '' AS key FROM changed $q$),
    ('customer', $q$ SELECT 'customer' AS kind, id AS customer_id, '' AS key FROM changed $q$),
    ('deduction_source', $q$ SELECT 'deduction' AS kind, NULL::uuid AS customer_id, deduction_id::text AS key FROM changed $q$),
    ('resolution', $q$ SELECT 'deduction' AS kind, NULL::uuid AS customer_id, deduction_id::text AS key FROM changed WHERE kind IN ('repaid', 'reversed') $q$),
    ('portal_claim', $q$ SELECT 'deduction' AS kind, NULL::uuid AS customer_id, s.deduction_id::text AS key FROM changed c
      JOIN deduction_source s ON s.kind = 'portal-claim' AND s.source_id = c.id $q$),
    ('remittance_line', $q$ SELECT 'deduction' AS kind, NULL::uuid AS customer_id, s.deduction_id::text AS key FROM changed c
      JOIN deduction_source s ON s.kind = 'remittance' AND s.source_id = c.id $q$),
    ('remittance', $q$ SELECT 'deduction' AS kind, NULL::uuid AS customer_id, s.deduction_id::text AS key FROM changed c
      JOIN remittance_line l ON l.remittance_id = c.id JOIN deduction_source s ON s.kind = 'remittance' AND s.source_id = l.id $q$)
  ) w(watched, noted)
  LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS due_insert ON %I', watched);
    -- A source is tied to its deduction after it was written, and that is noted there.
    IF watched NOT IN ('portal_claim', 'remittance', 'remittance_line') THEN
      EXECUTE format('CREATE TRIGGER due_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_due(%L, %L)', watched, noted, whom);
    END IF;
    EXECUTE format('DROP TRIGGER IF EXISTS due_update ON %I', watched);
    EXECUTE format('CREATE TRIGGER due_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_due(%L, %L)', watched, noted, whom);
    EXECUTE format('DROP TRIGGER IF EXISTS due_delete ON %I', watched);
    EXECUTE format('CREATE TRIGGER due_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_due(%L, %L)', watched, noted, whom);
  END LOOP;
END $$;

-- Packs decide between a question of pack and one of count; the item master changes rarely, and then everything is compared again.
CREATE OR REPLACE FUNCTION note_everything_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reconciliation_due (kind, key) SELECT 'everything', 'item'
  WHERE EXISTS (SELECT 1 FROM old_rows o JOIN new_rows n USING (id) WHERE o.case_pack IS DISTINCT FROM n.case_pack);
  -- Judges look at more of an article.
  INSERT INTO judgement_due (kind, key) SELECT 'everything', 'item'
  WHERE EXISTS (SELECT 1 FROM old_rows o JOIN new_rows n USING (id) WHERE (o.material, o.vendor_part, o.description, o.family, o.upc, o.inner_pack, o.case_pack)
    IS DISTINCT FROM (n.material, n.vendor_part, n.description, n.family, n.upc, n.inner_pack, n.case_pack));
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS due_update ON item;
CREATE TRIGGER due_update AFTER UPDATE ON item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_everything_due();
