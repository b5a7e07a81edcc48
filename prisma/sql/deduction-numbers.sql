-- Keeps deduction_number: every number a deduction can be found by, as its comparison key.
CREATE OR REPLACE FUNCTION deduction_numbers_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    changed := ARRAY(SELECT id FROM new_rows);
  ELSIF TG_OP = 'DELETE' THEN
    changed := ARRAY(SELECT id FROM old_rows);
  ELSE
    -- Judging and deciding change none of these: then there is nothing to do.
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
