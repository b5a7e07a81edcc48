-- Every dispute that a customer answered: whose, about what, whether the package that was filed lacked a required paper, and the share
-- that was won, from 0 to 1. A package lists recommended papers among what it lacks; only those that the customer's list requires, or
-- everybody's, count. Where no list says anything, every one does. Without a package, what is there now counts.
CREATE OR REPLACE VIEW answered_dispute AS
SELECT z.id AS dispute_id, d.id AS deduction_id, d.customer_id, d.category,
  coalesce((SELECT NOT EXISTS (SELECT 1 FROM unnest(p.missing) AS m(evidence) WHERE coalesce(
      (SELECT bool_or(q.evidence = m.evidence AND q.level = 'required') FROM evidence_requirement q
        WHERE q.customer_id = d.customer_id AND q.category = d.category),
      (SELECT bool_or(q.evidence = m.evidence AND q.level = 'required') FROM evidence_requirement q
        WHERE q.customer_id IS NULL AND q.category = d.category),
      true))
    FROM dispute_package p WHERE p.dispute_id = z.id AND p.is_submitted ORDER BY p.version DESC LIMIT 1),
    d.evidence_have >= d.evidence_need) AS is_complete,
  z.won_minor::numeric / nullif(z.won_minor + z.lost_minor, 0) AS won
FROM dispute z JOIN deduction d ON d.id = z.deduction_id
WHERE z.outcome IN ('won', 'lost', 'partly') AND z.won_minor + z.lost_minor > 0;

CREATE OR REPLACE VIEW win_count_due AS
SELECT customer_id, category, is_complete, count(*)::int AS cases, sum(round(won * 1000000000))::bigint AS won_ppb
FROM answered_dispute GROUP BY customer_id, category, is_complete;

-- Counts the answers of customers and categories anew. Whoever counts the same ones waits for the other and then sees its answers too.
CREATE OR REPLACE FUNCTION win_count_refresh(customers uuid[], categories text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  cell record;
BEGIN
  FOR cell IN SELECT DISTINCT c.customer_id, c.category FROM unnest(customers, categories) AS c(customer_id, category) ORDER BY 1, 2 LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('win_count ' || cell.customer_id || cell.category, 0));
    DELETE FROM win_count w WHERE w.customer_id = cell.customer_id AND w.category = cell.category;
    INSERT INTO win_count (customer_id, category, is_complete, cases, won_ppb)
    SELECT w.customer_id, w.category, w.is_complete, w.cases, w.won_ppb FROM win_count_due w
    WHERE w.customer_id = cell.customer_id AND w.category = cell.category;
  END LOOP;
END $$;

-- The cells of deductions, counted anew.
CREATE OR REPLACE FUNCTION win_count_of_deductions(deductions uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT win_count_refresh(array_agg(customer_id), array_agg(category)) FROM deduction WHERE id = ANY(deductions) HAVING count(*) > 0
$$;

CREATE OR REPLACE FUNCTION win_count_of_disputes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM win_count_of_deductions(ARRAY(SELECT deduction_id FROM new_rows WHERE outcome IS NOT NULL));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM win_count_of_deductions(ARRAY(SELECT deduction_id FROM old_rows WHERE outcome IS NOT NULL));
  ELSE
    PERFORM win_count_of_deductions(ARRAY(SELECT n.deduction_id FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE (o.outcome, o.won_minor, o.lost_minor, o.deduction_id) IS DISTINCT FROM (n.outcome, n.won_minor, n.lost_minor, n.deduction_id)));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION win_count_of_packages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM win_count_of_deductions(ARRAY(SELECT z.deduction_id FROM new_rows n JOIN dispute z ON z.id = n.dispute_id WHERE n.is_submitted AND z.outcome IS NOT NULL));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM win_count_of_deductions(ARRAY(SELECT z.deduction_id FROM old_rows o JOIN dispute z ON z.id = o.dispute_id WHERE o.is_submitted AND z.outcome IS NOT NULL));
  ELSE
    PERFORM win_count_of_deductions(ARRAY(SELECT z.deduction_id FROM new_rows n JOIN old_rows o ON o.id = n.id JOIN dispute z ON z.id = n.dispute_id
      WHERE z.outcome IS NOT NULL AND (o.is_submitted, o.missing) IS DISTINCT FROM (n.is_submitted, n.missing)));
  END IF;
  RETURN NULL;
END $$;

-- A deduction that moves to another category, or whose papers come, takes its answer with it.
CREATE OR REPLACE FUNCTION win_count_of_changed_deductions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  customers uuid[];
  categories text[];
BEGIN
  WITH moved AS (SELECT o.customer_id AS customer_before, o.category AS category_before, n.customer_id, n.category
    FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE (o.customer_id, o.category, o.evidence_have >= o.evidence_need) IS DISTINCT FROM (n.customer_id, n.category, n.evidence_have >= n.evidence_need)
      AND EXISTS (SELECT 1 FROM dispute z WHERE z.deduction_id = n.id AND z.outcome IS NOT NULL))
  SELECT array_agg(c.customer_id), array_agg(c.category) INTO customers, categories
  FROM moved m CROSS JOIN LATERAL (VALUES (m.customer_before, m.category_before), (m.customer_id, m.category)) AS c(customer_id, category);
  IF customers IS NOT NULL THEN
    PERFORM win_count_refresh(customers, categories);
  END IF;
  RETURN NULL;
END $$;

-- A list of required papers changes what was complete, for its customer or for everybody.
CREATE OR REPLACE FUNCTION win_count_of_requirements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM win_count_refresh(array_agg(w.customer_id), array_agg(w.category)) FROM win_count w
  WHERE CASE WHEN TG_OP = 'INSERT' THEN w.category = NEW.category AND w.customer_id = coalesce(NEW.customer_id, w.customer_id)
    WHEN TG_OP = 'DELETE' THEN w.category = OLD.category AND w.customer_id = coalesce(OLD.customer_id, w.customer_id)
    ELSE (w.category = NEW.category AND w.customer_id = coalesce(NEW.customer_id, w.customer_id))
      OR (w.category = OLD.category AND w.customer_id = coalesce(OLD.customer_id, w.customer_id)) END
  HAVING count(*) > 0;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS win_count_insert ON dispute;
CREATE TRIGGER win_count_insert AFTER INSERT ON dispute REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION win_count_of_disputes();
DROP TRIGGER IF EXISTS win_count_update ON dispute;
CREATE TRIGGER win_count_update AFTER UPDATE ON dispute REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION win_count_of_disputes();
DROP TRIGGER IF EXISTS win_count_delete ON dispute;
CREATE TRIGGER win_count_delete AFTER DELETE ON dispute REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION win_count_of_disputes();
DROP TRIGGER IF EXISTS win_count_insert ON dispute_package;
CREATE TRIGGER win_count_insert AFTER INSERT ON dispute_package REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION win_count_of_packages();
DROP TRIGGER IF EXISTS win_count_update ON dispute_package;
CREATE TRIGGER win_count_update AFTER UPDATE ON dispute_package REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION win_count_of_packages();
DROP TRIGGER IF EXISTS win_count_delete ON dispute_package;
CREATE TRIGGER win_count_delete AFTER DELETE ON dispute_package REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION win_count_of_packages();
DROP TRIGGER IF EXISTS win_count_update ON deduction;
CREATE TRIGGER win_count_update AFTER UPDATE ON deduction REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION win_count_of_changed_deductions();
DROP TRIGGER IF EXISTS win_count_change ON evidence_requirement;
CREATE TRIGGER win_count_change AFTER INSERT OR UPDATE OR DELETE ON evidence_requirement FOR EACH ROW EXECUTE FUNCTION win_count_of_requirements();

DELETE FROM win_count;
INSERT INTO win_count (customer_id, category, is_complete, cases, won_ppb) SELECT customer_id, category, is_complete, cases, won_ppb FROM win_count_due;
