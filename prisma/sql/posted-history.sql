-- Posted history is never edited: a correction is a new row.

CREATE OR REPLACE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is posted history and never changes', TG_TABLE_NAME USING ERRCODE = 'RC003';
END $$;

DO $$
DECLARE
  posted text;
BEGIN
  FOREACH posted IN ARRAY ARRAY['resolution', 'submission', 'record_version', 'column_mapping_version'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS history_never_changes ON %I', posted);
    EXECUTE format('CREATE TRIGGER history_never_changes BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history()', posted);
  END LOOP;
END $$;

-- A verdict never changes either. It leaves its table only into the kept version of a deduction that an undone import takes along.
CREATE OR REPLACE FUNCTION refuse_change_of_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM record_version v WHERE v.table_name = 'deduction' AND v.record_id = OLD.deduction_id
      AND v.cause = 'undo' AND v.content -> 'verdicts' @> jsonb_build_array(jsonb_build_object('id', OLD.id))) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'verdict is posted history and never changes' USING ERRCODE = 'RC003';
END $$;
DROP TRIGGER IF EXISTS history_never_changes ON verdict;
CREATE TRIGGER history_never_changes BEFORE UPDATE OR DELETE ON verdict FOR EACH ROW EXECUTE FUNCTION refuse_change_of_verdict();

-- A built package is frozen; only the mark that it was submitted may be set, once.
CREATE OR REPLACE FUNCTION refuse_change_of_package() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NOT OLD.is_submitted AND NEW.is_submitted
     AND to_jsonb(NEW) - 'is_submitted' = to_jsonb(OLD) - 'is_submitted' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a built package never changes' USING ERRCODE = 'RC003';
END $$;
DROP TRIGGER IF EXISTS package_is_frozen ON dispute_package;
CREATE TRIGGER package_is_frozen BEFORE UPDATE OR DELETE ON dispute_package FOR EACH ROW EXECUTE FUNCTION refuse_change_of_package();

-- What is open on a deduction is what was taken less what was resolved, checked when the transaction commits.
CREATE OR REPLACE FUNCTION check_open_of_deduction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid := CASE WHEN TG_TABLE_NAME = 'deduction' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'deduction_id')::uuid END;
  taken bigint;
  open_now bigint;
  resolved bigint;
BEGIN
  SELECT amount_minor, open_minor INTO taken, open_now FROM deduction WHERE id = subject;
  SELECT coalesce(sum(amount_minor), 0) INTO resolved FROM resolution WHERE deduction_id = subject;
  IF open_now <> taken - resolved THEN
    RAISE EXCEPTION 'deduction %: open % is not taken % less resolved %', subject, open_now, taken, resolved USING ERRCODE = 'RC004';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS open_is_taken_less_resolved ON deduction;
CREATE CONSTRAINT TRIGGER open_is_taken_less_resolved AFTER UPDATE OF open_minor, amount_minor ON deduction DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_open_of_deduction();
DROP TRIGGER IF EXISTS open_is_taken_less_resolved ON resolution;
CREATE CONSTRAINT TRIGGER open_is_taken_less_resolved AFTER INSERT ON resolution DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_open_of_deduction();
