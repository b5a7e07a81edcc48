-- Keeps deduction_number: every number a deduction can be found by, as its comparison key. And notes for the next judgement what changed of a deduction
-- that its judge, or the judge of another one on the same invoice, order or article, may look at.
CREATE OR REPLACE FUNCTION deduction_numbers_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    changed := ARRAY(SELECT id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN
    changed := ARRAY(SELECT id FROM old_rows);
  ELSE
    -- Judging changes none of these: then there is nothing to do.
    changed := ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE (o.customer_id, o.claim_key, o.invoice_key, o.po_key, o.delivery_key, o.payment_key, o.account_key, o.claim_number, o.payment_number, o.taken_on,
          o.amount_minor, o.open_minor, o.category, o.reason_code, o.code_text, o.item_id, o.quantity, o.unit_micros, o.state, o.decided_verdict)
        IS DISTINCT FROM (n.customer_id, n.claim_key, n.invoice_key, n.po_key, n.delivery_key, n.payment_key, n.account_key, n.claim_number, n.payment_number,
          n.taken_on, n.amount_minor, n.open_minor, n.category, n.reason_code, n.code_text, n.item_id, n.quantity, n.unit_micros, n.state, n.decided_verdict));
    IF cardinality(changed) = 0 THEN
      RETURN NULL;
    END IF;
  END IF;
  INSERT INTO judgement_due (kind, key) SELECT 'deduction', id::text FROM unnest(changed) AS id;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO judgement_due (kind, customer_id, key) SELECT DISTINCT w.kind, o.customer_id, w.key FROM old_rows o
    CROSS JOIN LATERAL (VALUES ('invoice', o.invoice_key), ('order', o.po_key), ('article', CASE WHEN o.category = 'price-protection' THEN o.item_id::text END)) w(kind, key)
    WHERE o.id = ANY(changed) AND w.key IS NOT NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    -- Deciding changes no number.
    changed := ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE (o.customer_id, o.claim_key, o.invoice_key, o.po_key, o.delivery_key, o.payment_key)
        IS DISTINCT FROM (n.customer_id, n.claim_key, n.invoice_key, n.po_key, n.delivery_key, n.payment_key));
  END IF;
  IF cardinality(changed) = 0 THEN
    RETURN NULL;
  END IF;
  DELETE FROM deduction_number WHERE TG_OP <> 'INSERT' AND deduction_id = ANY(changed);
  INSERT INTO deduction_number (deduction_id, kind, key, customer_id)
  SELECT d.id, n.kind, n.key, d.customer_id FROM deduction d
  CROSS JOIN LATERAL (VALUES ('claim', d.claim_key), ('invoice', d.invoice_key), ('po', d.po_key), ('delivery', d.delivery_key),
    ('payment', d.payment_key)) AS n(kind, key)
  WHERE d.id = ANY(changed) AND n.key <> '';
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS deduction_numbers_insert ON deduction;
CREATE TRIGGER deduction_numbers_insert AFTER INSERT ON deduction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION deduction_numbers_change();
DROP TRIGGER IF EXISTS deduction_numbers_update ON deduction;
CREATE TRIGGER deduction_numbers_update AFTER UPDATE ON deduction REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION deduction_numbers_change();
DROP TRIGGER IF EXISTS deduction_numbers_delete ON deduction;
CREATE TRIGGER deduction_numbers_delete AFTER DELETE ON deduction REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION deduction_numbers_change();
