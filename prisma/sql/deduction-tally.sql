-- Keeps deduction_tally and deduction_subtotal: counts and sums of deductions by what most lists are narrowed by.
-- What a set of deductions adds to them, each with its sign: 1 for what is there now, -1 for what was there before. The grain 'each' is the tally's.
CREATE OR REPLACE FUNCTION deduction_tally_of(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'SELECT CASE GROUPING(d.customer_id, d.category) WHEN 0 THEN ''each'' WHEN 1 THEN ''who'' ELSE ''kind'' END AS grain,
      d.customer_id, d.currency, d.category, d.verdict, d.state, d.is_open, d.is_ready, d.owner_id,
      sum(d.sign)::bigint AS deductions, sum(d.sign * d.amount_minor)::bigint AS amount_minor, sum(d.sign * d.open_minor)::bigint AS open_minor,
      sum(d.sign * d.at_risk_minor)::bigint AS at_risk_minor
    FROM (SELECT s.sign, s.customer_id, s.currency, s.category, coalesce(s.decided_verdict, s.verdict) AS verdict, s.state,
        s.open_minor > 0 AS is_open, s.evidence_have >= s.evidence_need AS is_ready, s.owner_id, s.amount_minor, s.open_minor,
        at_risk_minor(coalesce(s.decided_verdict, s.verdict), s.recoverable_minor, s.open_minor) AS at_risk_minor FROM (' || source || ') s) d
    GROUP BY GROUPING SETS ((d.currency, d.state, d.is_open, d.customer_id, d.owner_id, d.category, d.verdict, d.is_ready),
      (d.currency, d.state, d.is_open, d.customer_id, d.owner_id), (d.currency, d.state, d.is_open, d.category, d.verdict, d.is_ready))
    HAVING sum(d.sign) <> 0 OR sum(d.sign * d.amount_minor) <> 0 OR sum(d.sign * d.open_minor) <> 0 OR sum(d.sign * d.at_risk_minor) <> 0'
$$;

-- Appends what a set of deductions adds.
CREATE OR REPLACE FUNCTION deduction_tally_entries(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'WITH entry AS MATERIALIZED (' || deduction_tally_of(source) || '), each_entry AS (
      INSERT INTO deduction_tally (customer_id, currency, category, verdict, state, is_open, is_ready, owner_id, deductions, amount_minor, open_minor, at_risk_minor)
      SELECT customer_id, currency, category, verdict, state, is_open, is_ready, owner_id, deductions, amount_minor, open_minor, at_risk_minor
      FROM entry WHERE grain = ''each'')
    INSERT INTO deduction_subtotal (grain, customer_id, currency, category, verdict, state, is_open, is_ready, owner_id, deductions, amount_minor, open_minor, at_risk_minor)
    SELECT grain, customer_id, currency, category, verdict, state, is_open, is_ready, owner_id, deductions, amount_minor, open_minor, at_risk_minor
    FROM entry WHERE grain <> ''each'''
$$;

CREATE OR REPLACE FUNCTION deduction_tally_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE deduction_tally_entries(CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT 1 AS sign, n.* FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT -1 AS sign, o.* FROM old_rows o'
    ELSE 'SELECT 1 AS sign, n.* FROM new_rows n UNION ALL SELECT -1, o.* FROM old_rows o' END);
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS deduction_tally_insert ON deduction;
CREATE TRIGGER deduction_tally_insert AFTER INSERT ON deduction REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION deduction_tally_change();
DROP TRIGGER IF EXISTS deduction_tally_update ON deduction;
CREATE TRIGGER deduction_tally_update AFTER UPDATE ON deduction REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION deduction_tally_change();
DROP TRIGGER IF EXISTS deduction_tally_delete ON deduction;
CREATE TRIGGER deduction_tally_delete AFTER DELETE ON deduction REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION deduction_tally_change();

-- Makes one entry of all entries of a cell. Entries of changes that are not committed yet are not seen and stay; readers see one or the other.
CREATE OR REPLACE FUNCTION deduction_tally_fold() RETURNS void LANGUAGE sql AS $$
  WITH gone AS (DELETE FROM deduction_tally RETURNING *)
  INSERT INTO deduction_tally (customer_id, currency, category, verdict, state, is_open, is_ready, owner_id,
    deductions, amount_minor, open_minor, at_risk_minor)
  SELECT customer_id, currency, category, verdict, state, is_open, is_ready, owner_id,
    sum(deductions), sum(amount_minor), sum(open_minor), sum(at_risk_minor)
  FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(deductions) <> 0
$$;

CREATE OR REPLACE FUNCTION deduction_subtotal_fold() RETURNS void LANGUAGE sql AS $$
  WITH gone AS (DELETE FROM deduction_subtotal RETURNING *)
  INSERT INTO deduction_subtotal (grain, customer_id, currency, category, verdict, state, is_open, is_ready, owner_id,
    deductions, amount_minor, open_minor, at_risk_minor)
  SELECT grain, customer_id, currency, category, verdict, state, is_open, is_ready, owner_id,
    sum(deductions), sum(amount_minor), sum(open_minor), sum(at_risk_minor)
  FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(deductions) <> 0
$$;

-- Both anew from the deductions themselves: for a database that had them before, or after a load past the triggers.
CREATE OR REPLACE FUNCTION deduction_tally_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE deduction IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM deduction_tally;
  DELETE FROM deduction_subtotal;
  EXECUTE deduction_tally_entries('SELECT 1 AS sign, n.* FROM deduction n');
END $$;
SELECT deduction_tally_rebuild();

-- Cells of which the tally or a subtotal says something else than the deductions.
CREATE OR REPLACE FUNCTION deduction_tally_faults() RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT concat_ws('' '', customer_id, category, state, verdict) FROM (
      (' || deduction_tally_of('SELECT 1 AS sign, n.* FROM deduction n') || ')
      UNION ALL SELECT ''each'', customer_id, currency, category, verdict, state, is_open, is_ready, owner_id,
        -deductions, -amount_minor, -open_minor, -at_risk_minor FROM deduction_tally
      UNION ALL SELECT grain, customer_id, currency, category, verdict, state, is_open, is_ready, owner_id,
        -deductions, -amount_minor, -open_minor, -at_risk_minor FROM deduction_subtotal) both_sides
    GROUP BY grain, customer_id, currency, category, verdict, state, is_open, is_ready, owner_id
    HAVING sum(deductions) <> 0 OR sum(amount_minor) <> 0 OR sum(open_minor) <> 0 OR sum(at_risk_minor) <> 0';
END $$;
