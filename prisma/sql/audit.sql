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

CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor jsonb := nullif(current_setting('recoup.actor', true), '')::jsonb;
  operation uuid := nullif(current_setting('recoup.operation', true), '')::uuid;
  event text := nullif(current_setting('recoup.event', true), '');
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
    INSERT INTO audit_entry (transaction_id, operation_id, event, actor_kind, actor_id, actor_name, table_name, row_id, customer_id, before, after)
    -- Old and new rows are turned into JSON once and joined by hash; as plain subqueries they would be made anew for each pair.
    WITH n AS MATERIALIZED (
      SELECT audit_row_key(made.content) AS row_key, made.content FROM (SELECT audit_content(to_jsonb(new_rows)) AS content FROM new_rows OFFSET 0) made
    ), o AS MATERIALIZED (
      SELECT audit_row_key(made.content) AS row_key, made.content FROM (SELECT audit_content(to_jsonb(old_rows)) AS content FROM old_rows OFFSET 0) made
    )
    SELECT txid_current(), operation, event, actor ->> 'kind', actor ->> 'id', actor ->> 'name', TG_TABLE_NAME,
           changed.row_key, changed.customer_id, changed.before, changed.after
    FROM (
      SELECT n.row_key, (n.content ->> 'customer_id')::uuid AS customer_id,
             (SELECT jsonb_object_agg(key, o.content -> key) FROM jsonb_each(n.content) WHERE o.content -> key IS DISTINCT FROM value) AS before,
             (SELECT jsonb_object_agg(key, value) FROM jsonb_each(n.content) WHERE o.content -> key IS DISTINCT FROM value) AS after
      FROM n JOIN o USING (row_key)
    ) changed
    -- Being seen again is not a change.
    WHERE changed.after - ARRAY['last_seen_at', 'updated_at', 'heartbeat_at'] <> '{}';
  END IF;
  RETURN NULL;
END $$;

-- The chain: each entry's hash covers its whole content and the hash before it. Links are made at commit, when nothing
-- else is left to lock, so that two transactions never wait for each other here.
CREATE OR REPLACE FUNCTION audit_hash(previous bytea, entry audit_entry, number bigint) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(number, entry.id, entry.at, entry.transaction_id, entry.operation_id, entry.event,
    entry.actor_kind, entry.actor_id, entry.actor_name, entry.table_name, entry.row_id, entry.customer_id, entry.before, entry.after)::text, 'UTF8'))
$$;

CREATE OR REPLACE FUNCTION audit_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_chain_head;
  entry audit_entry;
BEGIN
  PERFORM 1 FROM audit_entry WHERE id = NEW.id AND hash IS NOT NULL;
  IF FOUND THEN RETURN NULL; END IF;
  SELECT * INTO head FROM audit_chain_head WHERE id = 1 FOR UPDATE;
  FOR entry IN SELECT * FROM audit_entry WHERE transaction_id = txid_current() AND hash IS NULL ORDER BY id LOOP
    head.chain_no := head.chain_no + 1;
    head.hash := audit_hash(head.hash, entry, head.chain_no);
    UPDATE audit_entry SET chain_no = head.chain_no, hash = head.hash WHERE id = entry.id;
  END LOOP;
  UPDATE audit_chain_head SET chain_no = head.chain_no, hash = head.hash WHERE id = 1;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.hash IS NULL AND NEW.hash IS NOT NULL
     AND to_jsonb(NEW) - ARRAY['hash', 'chain_no'] = to_jsonb(OLD) - ARRAY['hash', 'chain_no'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'RC002';
END $$;

INSERT INTO audit_chain_head (id, chain_no, hash) VALUES (1, 0, '\x') ON CONFLICT DO NOTHING;

DROP TRIGGER IF EXISTS audit_link ON audit_entry;
CREATE CONSTRAINT TRIGGER audit_link AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_link();
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
    'approval_request', 'code_map', 'difference_tolerance', 'step_clock', 'order_signal',
    'saved_view', 'role_view', 'view_subscription', 'evidence_proposal', 'root_cause', 'cause_term', 'ledger_request', 'small_amount_policy', 'manual_entry', 'trade_rule', 'freight_claim', 'freight_claim_line'
  ] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS audit_insert ON %I', audited);
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_change()', audited);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_update ON %I', audited);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_change()', audited);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_delete ON %I', audited);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_change()', audited);
  END LOOP;
END $$;
