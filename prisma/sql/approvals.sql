-- A request that was made stays as it was made: it can only end, once.
CREATE OR REPLACE FUNCTION approval_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'open'
     AND to_jsonb(NEW) - ARRAY['state', 'decided_by', 'decided_at', 'reason'] = to_jsonb(OLD) - ARRAY['state', 'decided_by', 'decided_at', 'reason'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a request for approval never changes' USING ERRCODE = 'RC005';
END $$;
DROP TRIGGER IF EXISTS approval_ends_once ON approval_request;
CREATE TRIGGER approval_ends_once BEFORE UPDATE OR DELETE ON approval_request FOR EACH ROW EXECUTE FUNCTION approval_ends_once();

-- What somebody approves when approving a map.
CREATE OR REPLACE FUNCTION code_map_content(map code_map) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('customerId', map.customer_id, 'code', map.code, 'category', map.category, 'internalReason', map.internal_reason,
    'sapReason', map.sap_reason, 'validFrom', map.valid_from, 'validTo', map.valid_to)
$$;

-- The days on which a map holds: until its own last day, or the day before the next map.
CREATE OR REPLACE FUNCTION code_map_days(map code_map) RETURNS daterange LANGUAGE sql IMMUTABLE AS $$
  SELECT daterange(map.valid_from, least(map.valid_to, map.replaced_from - 1), '[]')
$$;

-- A map holds only as it was approved, and never on a day on which another one does.
CREATE OR REPLACE FUNCTION code_map_is_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state <> 'proposed' AND (NEW.state <> OLD.state OR code_map_content(NEW) <> code_map_content(OLD)) THEN
    RAISE EXCEPTION 'a decided map never changes' USING ERRCODE = 'RC005';
  END IF;
  IF NEW.state = 'approved' THEN
    PERFORM 1 FROM approval_request r
    WHERE r.kind = 'code-map' AND r.subject_id = NEW.id AND r.state = 'approved' AND r.content = code_map_content(NEW);
    IF NOT FOUND THEN
      RAISE EXCEPTION 'map % was not approved as it is', NEW.id USING ERRCODE = 'RC005';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.customer_id || ' ' || NEW.code_key, 0));
    PERFORM 1 FROM code_map m
    WHERE m.customer_id = NEW.customer_id AND m.code_key = NEW.code_key AND m.state = 'approved' AND m.id <> NEW.id
      AND code_map_days(m) && code_map_days(NEW);
    IF FOUND THEN
      RAISE EXCEPTION 'two maps of code % hold on one day', NEW.code USING ERRCODE = 'RC006';
    END IF;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS code_map_is_approved ON code_map;
CREATE TRIGGER code_map_is_approved BEFORE INSERT OR UPDATE ON code_map FOR EACH ROW EXECUTE FUNCTION code_map_is_approved();
