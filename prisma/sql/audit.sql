-- Who changes what: one audit row per changed row, written by triggers in the same transaction.
-- The transaction names its actor first (recoup.actor, recoup.operation, recoup.event); a change without an actor is refused.

CREATE OR REPLACE FUNCTION audit_row_key(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(content ->> 'id', concat_ws(':', content ->> 'user_id', content ->> 'role', content ->> 'customer_id'))
$$;

-- Secrets and bulky columns stay out of the audit; a mark shows that they changed.
CREATE OR REPLACE FUNCTION audit_content(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (content - ARRAY['password_hash', 'token_hash', 'inspection', 'lines', 'manifest'])
    || CASE WHEN content ? 'password_hash' THEN jsonb_build_object('password_mark', left(md5(coalesce(content ->> 'password_hash', '')), 8)) ELSE '{}' END
$$;

-- The chain: each entry's hash covers its whole content and the hash before it.
CREATE OR REPLACE FUNCTION audit_words(entry audit_entry, number bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(number, entry.id, entry.at, entry.transaction_id, entry.operation_id, entry.event,
    entry.actor_kind, entry.actor_id, entry.actor_name, entry.table_name, entry.row_id, entry.customer_id, entry.before, entry.after)::text
$$;

CREATE OR REPLACE FUNCTION audit_hash(previous bytea, entry audit_entry, number bigint) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(previous || convert_to(audit_words(entry, number), 'UTF8'))
$$;

-- The hashes of entries in their order, behind the one that the chain ends with.
CREATE OR REPLACE FUNCTION audit_chain_next(hash bytea, head bytea, words text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256(coalesce(hash, head) || convert_to(words, 'UTF8'))
$$;
CREATE OR REPLACE AGGREGATE audit_chain(head bytea, words text) (sfunc = audit_chain_next, stype = bytea);

DO $$
BEGIN
  CREATE TYPE audit_difference AS (row_key text, customer_id uuid, before jsonb, after jsonb);
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

-- Names of the columns in which any of many old and new rows differ, as a statement over them.
CREATE OR REPLACE FUNCTION audit_columns_of_sets(audited regclass) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('SELECT array_remove(ARRAY[%s]::text[], NULL) FROM new_rows n JOIN old_rows o ON o.id = n.id',
    string_agg(format('CASE WHEN bool_or(o.%1$I IS DISTINCT FROM n.%1$I) THEN %1$L END', attname), ', ' ORDER BY attnum))
  FROM pg_attribute WHERE attrelid = audited AND attnum > 0 AND NOT attisdropped
$$;

-- What differs between many old and new rows in these columns, as a statement over them: both sides become JSON at once, less what is the same.
-- Planning it is not worth while for a few rows. Functions take a hundred arguments at most, hence objects of 40 columns.
DROP FUNCTION IF EXISTS audit_differences_of_sets(regclass);
CREATE OR REPLACE FUNCTION audit_differences_of_sets(audited regclass, differing text[], unseen text[]) RETURNS text LANGUAGE sql STABLE AS $$
  WITH parts AS (
    SELECT string_agg(format('%1$L, o.%1$I', name), ', ') AS old_values, string_agg(format('%1$L, n.%1$I', name), ', ') AS new_values,
      string_agg(format('CASE WHEN o.%1$I IS NOT DISTINCT FROM n.%1$I THEN %1$L END', name), ', ') AS same,
      string_agg(format('o.%1$I IS DISTINCT FROM n.%1$I', name), ' OR ') FILTER (WHERE name <> ALL (unseen)) AS seen
    FROM unnest(differing) WITH ORDINALITY AS d(name, place) GROUP BY (place - 1) / 40
  )
  SELECT format('SELECT array_agg(ROW(n.id::text, %s, %s - same.names, %s - same.names)::audit_difference) FROM new_rows n JOIN old_rows o ON o.id = n.id
      CROSS JOIN LATERAL (SELECT array_remove(ARRAY[%s]::text[], NULL) AS names OFFSET 0) same WHERE %s',
    CASE WHEN EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = audited AND attname = 'customer_id' AND NOT attisdropped) THEN 'n.customer_id' ELSE 'NULL' END,
    '(' || string_agg('jsonb_build_object(' || old_values || ')', ' || ') || ')', '(' || string_agg('jsonb_build_object(' || new_values || ')', ' || ') || ')',
    string_agg(same, ', '), string_agg(seen, ' OR '))
  FROM parts
$$;

CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor jsonb := nullif(current_setting('recoup.actor', true), '')::jsonb;
  operation uuid := nullif(current_setting('recoup.operation', true), '')::uuid;
  event text := nullif(current_setting('recoup.event', true), '');
  links_now boolean;
  -- Being seen again is not a change, nor are other facts behind the same verdict.
  unseen constant text[] := ARRAY['last_seen_at', 'updated_at', 'heartbeat_at', 'facts_hash'];
  hidden constant text[] := ARRAY['password_hash', 'token_hash', 'inspection', 'lines', 'manifest'];
  is_large boolean;
  differing text[];
  differences audit_difference[];
  head audit_chain_head;
BEGIN
  IF actor IS NULL OR operation IS NULL OR event IS NULL THEN
    RAISE EXCEPTION 'a change of % needs an actor, an operation and an event', TG_TABLE_NAME USING ERRCODE = 'RC001';
  END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_entry (transaction_id, operation_id, event, actor_kind, actor_id, actor_name, table_name, row_id, customer_id, before, after)
    SELECT txid_current(), operation, event, actor ->> 'kind', actor ->> 'id', actor ->> 'name', TG_TABLE_NAME,
           audit_row_key(n.content), (n.content ->> 'customer_id')::uuid, NULL, audit_content(n.content)
    FROM (SELECT to_jsonb(new_rows) AS content FROM new_rows) n;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit_entry (transaction_id, operation_id, event, actor_kind, actor_id, actor_name, table_name, row_id, customer_id, before, after)
    SELECT txid_current(), operation, event, actor ->> 'kind', actor ->> 'id', actor ->> 'name', TG_TABLE_NAME,
           audit_row_key(o.content), (o.content ->> 'customer_id')::uuid, audit_content(o.content), NULL
    FROM (SELECT to_jsonb(old_rows) AS content FROM old_rows) o;
  ELSE
    -- A last statement of a large transaction links its entries at once: they are written once, not written and linked.
    links_now := coalesce(current_setting('recoup.links', true), '') = 'now';
    SELECT count(*) > 100 AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = TG_RELID AND attname = 'id' AND NOT attisdropped) INTO is_large FROM new_rows;
    IF is_large THEN
      EXECUTE audit_columns_of_sets(TG_RELID) INTO differing;
    END IF;
    IF is_large AND NOT differing && hidden THEN
      IF differing <@ unseen THEN
        RETURN NULL;
      END IF;
      EXECUTE audit_differences_of_sets(TG_RELID, differing, unseen) INTO differences;
    ELSE
      SELECT array_agg(ROW(n.row_key, (n.content ->> 'customer_id')::uuid, audit_content(d.before), audit_content(d.after))::audit_difference) INTO differences
      -- Old and new rows are turned into JSON once and joined by hash; as plain subqueries they would be made anew for each pair.
      FROM (SELECT audit_row_key(made.content) AS row_key, made.content FROM (SELECT to_jsonb(new_rows) AS content FROM new_rows OFFSET 0) made OFFSET 0) n
      JOIN (SELECT audit_row_key(made.content) AS row_key, made.content FROM (SELECT to_jsonb(old_rows) AS content FROM old_rows OFFSET 0) made OFFSET 0) o USING (row_key)
      CROSS JOIN LATERAL (SELECT jsonb_object_agg(key, o.content -> key) AS before, jsonb_object_agg(key, value) AS after
        FROM jsonb_each(n.content) WHERE o.content -> key IS DISTINCT FROM value) d
      WHERE d.after - unseen - hidden <> '{}' OR d.after ? 'password_hash';
    END IF;
    IF differences IS NULL THEN
      RETURN NULL;
    END IF;
    IF links_now THEN
      SELECT * INTO head FROM audit_chain_head WHERE id = 1 FOR UPDATE;
    END IF;
    WITH entries AS (
      SELECT ROW(nextval('audit_entry_id_seq'), now()::timestamptz(3), txid_current(), operation, event, actor ->> 'kind', actor ->> 'id', actor ->> 'name',
        TG_TABLE_NAME, row_key, customer_id, before, after, NULL, NULL)::audit_entry AS entry, row_number() OVER () AS place
      FROM unnest(differences)
    ), written AS (
      INSERT INTO audit_entry
      SELECT (entry).id, (entry).at, (entry).transaction_id, (entry).operation_id, (entry).event, (entry).actor_kind, (entry).actor_id, (entry).actor_name,
        (entry).table_name, (entry).row_id, (entry).customer_id, (entry).before, (entry).after,
        CASE WHEN links_now THEN head.chain_no + place END,
        CASE WHEN links_now THEN audit_chain(head.hash, audit_words(entry, head.chain_no + place)) OVER (ORDER BY place) END
      FROM entries
      RETURNING chain_no, hash
    )
    UPDATE audit_chain_head h SET chain_no = w.chain_no, hash = w.hash
    FROM (SELECT chain_no, hash FROM written ORDER BY chain_no DESC LIMIT 1) w WHERE links_now AND h.id = 1;
  END IF;
  RETURN NULL;
END $$;

-- Links are made at commit, when nothing else is left to lock, so that two transactions never wait for each other here.
CREATE OR REPLACE FUNCTION audit_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_chain_head;
BEGIN
  PERFORM 1 FROM audit_entry WHERE id = NEW.id AND hash IS NOT NULL;
  IF FOUND THEN RETURN NULL; END IF;
  SELECT * INTO head FROM audit_chain_head WHERE id = 1 FOR UPDATE;
  WITH numbered AS (
    SELECT e AS entry, head.chain_no + row_number() OVER (ORDER BY e.id) AS chain_no FROM audit_entry e WHERE e.transaction_id = txid_current() AND e.hash IS NULL
  ), linked AS (
    UPDATE audit_entry e SET chain_no = n.chain_no, hash = n.hash
    FROM (SELECT (entry).id, chain_no, audit_chain(head.hash, audit_words(entry, chain_no)) OVER (ORDER BY chain_no) AS hash FROM numbered) n
    WHERE e.id = n.id RETURNING e.chain_no, e.hash
  )
  UPDATE audit_chain_head h SET chain_no = l.chain_no, hash = l.hash FROM (SELECT * FROM linked ORDER BY chain_no DESC LIMIT 1) l WHERE h.id = 1;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unlinked audit_entry := NEW;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.hash IS NULL AND NEW.hash IS NOT NULL THEN
    unlinked.hash := OLD.hash;
    unlinked.chain_no := OLD.chain_no;
    IF unlinked IS NOT DISTINCT FROM OLD THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'RC002';
END $$;

INSERT INTO audit_chain_head (id, chain_no, hash) VALUES (1, 0, '\x') ON CONFLICT DO NOTHING;

DROP TRIGGER IF EXISTS audit_link ON audit_entry;
CREATE CONSTRAINT TRIGGER audit_link AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.hash IS NULL) EXECUTE FUNCTION audit_link();
DROP TRIGGER IF EXISTS audit_is_append_only ON audit_entry;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
DROP TRIGGER IF EXISTS audit_is_never_truncated ON audit_entry;
CREATE TRIGGER audit_is_never_truncated BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

DO $$
DECLARE
  audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY[
    'app_user', 'user_role', 'api_token', 'customer', 'customer_assignment', 'reason_code', 'dispute_window', 'evidence_requirement',
    'portal_limit', 'document', 'task', 'comment', 'order_exception', 'order_term', 'price_announcement', 'difference', 'incident', 'deduction', 'deduction_bulk', 'resolution', 'dispute',
    'package_exhibit', 'dispute_package', 'submission', 'import_batch', 'column_mapping', 'column_mapping_version', 'date_order_answer',
    'approval_request', 'approval_limit', 'code_map', 'difference_tolerance', 'step_clock', 'order_signal',
    'saved_view', 'pinned_place', 'role_view', 'view_subscription', 'evidence_proposal', 'root_cause', 'cause_term', 'ledger_request', 'small_amount_policy', 'manual_entry', 'trade_rule', 'freight_claim', 'freight_claim_line', 'freight_proof', 'deduction_lineage'
  ] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS audit_insert ON %I', audited);
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_change()', audited);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_update ON %I', audited);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_change()', audited);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_delete ON %I', audited);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_change()', audited);
  END LOOP;
END $$;
