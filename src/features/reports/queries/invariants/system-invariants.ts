import { sql } from '@/server/db/client'
import type { Invariant } from './invariant'

/** What must hold of people, audit, work in progress and the database's own catalogue. */
export const SYSTEM_INVARIANTS: readonly Invariant[] = [
  {
    id: 'audit-chain-is-unbroken',
    name: 'Every audit entry is a link of one unbroken chain',
    violations: sql`SELECT id::text AS what FROM (
        SELECT e.id, e.hash, audit_hash(coalesce(lag(e.hash) OVER (ORDER BY e.chain_no), '\\x'), e, e.chain_no) AS expected FROM audit_entry e
      ) links WHERE hash IS DISTINCT FROM expected`,
  },
  {
    id: 'audit-chain-has-no-gap',
    name: 'The audit chain counts without gaps up to its head',
    violations: sql`SELECT 'head' AS what FROM audit_chain_head h WHERE h.chain_no <> (SELECT count(*) FROM audit_entry) OR h.chain_no <> (SELECT coalesce(max(chain_no), 0) FROM audit_entry)`,
  },
  {
    id: 'deduction-has-its-birth-in-the-audit',
    name: 'Every deduction and resolution was recorded in the audit when it was made',
    violations: sql`SELECT 'deduction:' || d.id AS what FROM deduction d WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.table_name = 'deduction' AND a.row_id = d.id::text AND a.before IS NULL)
      UNION ALL SELECT 'resolution:' || r.id FROM resolution r WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.table_name = 'resolution' AND a.row_id = r.id::text AND a.before IS NULL)`,
  },
  {
    id: 'disabled-user-has-no-session',
    name: 'A disabled user has no live session',
    violations: sql`SELECT u.id::text AS what FROM app_user u WHERE u.is_disabled AND EXISTS (SELECT 1 FROM user_session s WHERE s.user_id = u.id AND s.revoked_at IS NULL AND s.expires_at > now())`,
  },
  {
    id: 'user-has-a-role',
    name: 'Every user holds at least one role',
    violations: sql`SELECT u.id::text AS what FROM app_user u WHERE NOT EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id)`,
  },
  {
    id: 'task-closed-has-its-day',
    name: 'A closed task says when, an answered one says what',
    violations: sql`SELECT id::text AS what FROM task WHERE (state IN ('closed', 'cancelled')) <> (closed_at IS NOT NULL) OR (state = 'answered' AND answer IS NULL)`,
  },
  {
    id: 'job-finished-has-its-day',
    name: 'A finished job says when it finished',
    violations: sql`SELECT id::text AS what FROM job_run WHERE (state IN ('done', 'failed') AND finished_at IS NULL) OR (state IN ('queued', 'running') AND finished_at IS NOT NULL)`,
  },
  {
    id: 'mail-sent-has-its-day',
    name: 'A mail is sent exactly when it says when it left',
    violations: sql`SELECT id::text AS what FROM mail_message WHERE (state = 'sent') <> (sent_at IS NOT NULL)`,
  },
  {
    id: 'document-link-carries-its-key',
    name: 'A link of a document carries the comparison key of the number it names',
    violations: sql`SELECT id::text AS what FROM document_link WHERE id_key <> comparison_key(id_text)`,
  },
  {
    id: 'money-is-whole-numbers',
    name: 'No column holds a floating point number, and money columns are whole numbers',
    violations: sql`SELECT table_name || '.' || column_name AS what FROM information_schema.columns WHERE table_schema = 'public'
      AND (data_type IN ('real', 'double precision') OR (column_name ~ '_(minor|micros)$' AND data_type <> 'bigint'))
      AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')`,
  },
  {
    id: 'days-are-dates-and-moments-are-instants',
    name: 'Business days are dates and moments are instants in UTC',
    violations: sql`SELECT table_name || '.' || column_name AS what FROM information_schema.columns WHERE table_schema = 'public'
      AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')
      AND ((column_name LIKE '%\\_on' AND data_type <> 'date') OR (column_name LIKE '%\\_at' AND data_type <> 'timestamp with time zone'))`,
  },
  {
    id: 'nothing-cascades',
    name: 'Deleting a record never takes money, audit or evidence with it',
    violations: sql`SELECT conname::text AS what FROM pg_constraint WHERE contype = 'f' AND confdeltype IN ('c', 'n', 'd') AND connamespace = 'public'::regnamespace
      AND conrelid NOT IN ('import_row'::regclass, 'import_finding'::regclass)`,
  },
]
