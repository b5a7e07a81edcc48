import { readFileSync } from 'node:fs'
import { nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { checkInvariants, INVARIANTS } from '@/features/reports/queries/check-invariants'
import { db, type Sql } from '@/server/db/client'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
await nameTestActor(database)
await database.query(readFileSync(new URL('./healthy-world.sql', import.meta.url), 'utf8'))

const DEDUCTION = `'00000000-0000-7000-8000-0000000000d1'`
const OTHER_CUSTOMER = `'00000000-0000-7000-8000-0000000000c2'`
const RESOLUTION = `insert into resolution (id, deduction_id, customer_id, kind, amount_minor, currency, resolved_on)
  values ('00000000-0000-7000-8000-000000000020', ${DEDUCTION}, '00000000-0000-7000-8000-0000000000c1', 'repaid', 100, 'USD', '2026-11-20')`

/** One way to break each invariant, past every constraint and trigger that would refuse it. */
const DAMAGE: Readonly<Record<string, string>> = {
  'tally-is-of-its-deductions': `update deduction_tally set amount_minor = amount_minor + 1`,
  'win-counts-are-of-the-answers': `insert into win_count (customer_id, category, is_complete, cases, won_ppb) values (${OTHER_CUSTOMER}, 'shortage', true, 1, 0)`,
  'deduction-open-is-taken-less-resolved': `update deduction set open_minor = open_minor - 1 where id = ${DEDUCTION}`,
  'deduction-open-within-amount': `alter table deduction drop constraint deduction_open_within_amount; update deduction set open_minor = amount_minor + 1 where id = ${DEDUCTION}`,
  'deduction-closed-means-nothing-open': `alter table deduction drop constraint deduction_closed_means_nothing_open; update deduction set state = 'closed' where id = ${DEDUCTION}`,
  'parts-come-to-the-whole': `alter table deduction drop constraint deduction_whole_is_more; update deduction set whole_minor = amount_minor + 1 where id = ${DEDUCTION}`,
  'merged-stays-merged': `insert into deduction_lineage (kind, deduction_id, customer_id, reason, content)
    select 'merge', id, customer_id, 'x', jsonb_build_object('deduction', jsonb_build_object('id', id)) from deduction where id = ${DEDUCTION}`,
  'deduction-has-one-origin': `update deduction_source set is_origin = false where deduction_id = ${DEDUCTION}`,
  'deduction-origin-carries-the-amount': `update deduction_source set amount_minor = 1 where deduction_id = ${DEDUCTION} and is_origin`,
  'source-belongs-to-one-deduction': `drop index deduction_source_kind_source_id_key; update deduction_source set kind = 'portal-claim', source_id = '00000000-0000-7000-8000-000000000006' where kind = 'manual'`,
  'source-has-the-customer-of-its-deduction': `update portal_claim set customer_id = ${OTHER_CUSTOMER}`,
  'source-has-the-currency-of-its-deduction': `update portal_claim set currency = 'CAD'`,
  'deduction-source-exists': `delete from portal_claim`,
  'recoverable-within-amount': `alter table deduction drop constraint deduction_recoverable_within_amount; update deduction set recoverable_minor = amount_minor + 1 where id = ${DEDUCTION}`,
  'verdict-shown-is-the-last-one': `update deduction set verdict = 'valid', recoverable_minor = 0 where id = ${DEDUCTION}`,
  'verdict-valid-recovers-nothing': `update deduction set recoverable_minor = 1 where id = ${DEDUCTION}`,
  'reversal-is-equal-and-opposite': `${RESOLUTION}; insert into resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reverses_id)
    values (${DEDUCTION}, '00000000-0000-7000-8000-0000000000c1', 'reversed', -99, 'USD', '2026-11-21', '00000000-0000-7000-8000-000000000020')`,
  'resolution-has-the-currency-of-its-deduction': `${RESOLUTION}; update resolution set currency = 'CAD'`,
  'incident-is-one-delivery': `update deduction set delivery_key = '1' where id = ${DEDUCTION}`,
  'dispute-is-of-its-deduction': `update dispute set amount_minor = 178801`,
  'dispute-outcome-adds-up': `alter table dispute drop constraint dispute_outcome_within_amount; update dispute set won_minor = 178801`,
  'submitted-dispute-has-a-package': `update dispute set state = 'submitted'`,
  'batch-rows-add-up': `alter table import_batch drop constraint import_batch_rows_add_up; update import_batch set rows_read = 2`,
  'batch-rejected-rows-are-kept': `update import_batch set rejected = 1, accepted = 0`,
  'batch-file-is-the-file-sent': `update import_batch set bytes = 11`,
  'file-is-stored-under-its-hash': `update stored_file set storage_key = 'elsewhere'`,
  'record-leads-to-its-batch': `update invoice set batch_id = '00000000-0000-7000-8000-0000000000b9'`,
  'invoice-is-the-sum-of-its-lines': `update invoice_line set net_minor = 178799`,
  'lines-have-the-customer-of-their-document': `update invoice_line set customer_id = ${OTHER_CUSTOMER}`,
  'numbers-carry-their-comparison-key': `update purchase_order set number_key = '0045118'`,
  'versions-are-complete': `update invoice set version = 2`,
  'price-condition-dates-in-order': `alter table price_condition drop constraint price_condition_dates_in_order; update price_condition set valid_to = '2025-12-31'`,
  'difference-resolved-has-its-day': `update difference set state = 'resolved'`,
  'tolerance-was-approved-as-it-is': `insert into difference_tolerance (customer_id, kind, share_ppm, valid_from, source, state)
    values ('00000000-0000-7000-8000-0000000000c1', 'status', 1000, '2026-01-01', 'nobody', 'approved')`,
  'tolerated-difference-has-its-rule': `insert into difference_tolerance (id, customer_id, kind, share_ppm, valid_from, source)
    values ('00000000-0000-7000-8000-0000000000e9', '00000000-0000-7000-8000-0000000000c1', 'status', 1000, '2026-01-01', 'nobody'); update difference set state = 'accepted', tolerance_id = '00000000-0000-7000-8000-0000000000e9'`,
  'evidence-rule-was-approved-as-it-is': `insert into evidence_proposal (customer_id, category, evidence, state)
    values ('00000000-0000-7000-8000-0000000000c1', 'shortage', 'proof-of-delivery', 'approved')`,
  'exception-decided-has-its-day': `update order_exception set decided_at = null`,
  'given-up-as-approved': `insert into resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, approval_id)
    select '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000c1', 'accepted', 100, 'USD', '2026-01-01', id from approval_request`,
  'small-amount-within-its-policy': `insert into small_amount_policy (id, customer_id, currency, valid_from, limit_minor, role, reason)
    values ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000c1', 'USD', '2026-01-01', 500, 'manager', 'x');
    insert into resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, policy_id)
    values (${DEDUCTION}, '00000000-0000-7000-8000-0000000000c1', 'accepted', 100, 'USD', '2026-11-20', '00000000-0000-7000-8000-0000000000a1')`,
  'ledger-request-is-of-its-resolution': `${RESOLUTION.replace("'repaid'", "'accepted'")}; insert into ledger_request (resolution_id, deduction_id, customer_id, kind, amount_minor, currency)
    values ('00000000-0000-7000-8000-000000000020', ${DEDUCTION}, '00000000-0000-7000-8000-0000000000c1', 'credit-memo', 99, 'USD')`,
  'freight-claimed-within-the-deduction': `insert into freight_claim (id, customer_id, carrier, kind, currency, file_by)
    values ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-0000000000c1', 'RDWY', 'loss', 'USD', '2026-12-01');
    insert into freight_claim_line (claim_id, deduction_id, customer_id, amount_minor)
    values ('00000000-0000-7000-8000-0000000000f1', ${DEDUCTION}, '00000000-0000-7000-8000-0000000000c1', 178801)`,
  'carrier-pays-what-was-claimed': `insert into freight_claim (customer_id, carrier, kind, currency, file_by, offered_minor)
    values ('00000000-0000-7000-8000-0000000000c1', 'RDWY', 'loss', 'USD', '2026-12-01', 1)`,
  'filed-freight-claim-has-its-proof': `insert into freight_claim (customer_id, carrier, kind, currency, file_by, state, filed_on)
    values ('00000000-0000-7000-8000-0000000000c1', 'RDWY', 'loss', 'USD', '2026-12-01', 'filed', '2026-11-01')`,
  'root-cause-is-a-leaf': `update deduction set root_cause = 'warehouse' where id = ${DEDUCTION}`,
  'approval-has-a-second-person': `alter table approval_request drop constraint approval_request_second_person; update approval_request set decided_by = requested_by`,
  'approval-is-of-its-content': `alter table approval_request drop constraint approval_request_hash_is_of_content; update approval_request set content = '{}'`,
  'code-map-was-approved-as-it-is': `update code_map set category = 'damage'`,
  'code-maps-do-not-overlap': `insert into code_map (customer_id, code, code_key, category, internal_reason, valid_from, state)
    values ('00000000-0000-7000-8000-0000000000c1', '22', '22', 'damage', 'x', '2026-06-01', 'approved')`,
  'signal-history-tells-its-state': `update order_signal set state = 'closed', closed_at = now()`,
  'signal-names-what-it-is-about': `update order_signal set po_key = null`,
  'replaced-paper-has-a-better-one': `update delivery_paper set grade = 'C' where document_id = '00000000-0000-7000-8000-000000000041'`,
  'paper-that-speaks-against-us-stays': `update delivery_paper set exceptions = 'SHORT 2 CTN' where document_id = '00000000-0000-7000-8000-000000000040'`,
  'better-proof-is-asked-once': `update task set state = 'open', closed_at = null where kind = 'better-proof'`,
  'audit-chain-is-unbroken': `update audit_entry set actor_name = 'Somebody else' where id = (select min(id) from audit_entry)`,
  'audit-chain-has-no-gap': `delete from audit_entry where id = (select max(id) from audit_entry)`,
  'deduction-has-its-birth-in-the-audit': `delete from audit_entry where table_name = 'deduction'`,
  'disabled-user-has-no-session': `update app_user set is_disabled = true; insert into user_session (user_id, expires_at) select id, now() + interval '1 day' from app_user`,
  'user-has-a-role': `delete from user_role`,
  'task-closed-has-its-day': `update task set state = 'closed' where kind = 'question'`,
  'job-finished-has-its-day': `update job_run set state = 'done'`,
  'mail-sent-has-its-day': `update mail_message set state = 'sent'`,
  'document-link-carries-its-key': `update document_link set id_key = '77-20418'`,
  'money-is-whole-numbers': `alter table resolution add column fee double precision`,
  'days-are-dates-and-moments-are-instants': `alter table task add column asked_on timestamptz`,
  'subscribed-view-is-seen': `insert into saved_view (id, owner_id, page, name, query) values ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-0000000000e1', 'tasks', 'x', '');
    insert into view_subscription (view_id, user_id, rhythm) values ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-0000000000e2', 'daily')`,
  'first-view-is-shared': `insert into saved_view (id, owner_id, page, name, query) values ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-0000000000e1', 'tasks', 'x', '');
    insert into role_view (page, role, view_id) values ('tasks', 'manager', '00000000-0000-7000-8000-000000000031')`,
  'nothing-cascades': `alter table resolution add constraint careless foreign key (deduction_id) references deduction (id) on delete cascade`,
}

class Undo extends Error {}

/** Damages the database, looks, and takes the damage back. */
async function violationsAfter(damage: string): Promise<Map<string, number>> {
  let found = new Map<string, number>()
  const look = db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`set local session_replication_role = replica`)
    for (const statement of damage.split(';')) await tx.$executeRawUnsafe(statement)
    const checked = await checkInvariants(async (query: Sql) => tx.$queryRaw<{ what: string }[]>(query))
    found = new Map(checked.filter((one) => one.violations > 0).map((one) => [one.id, one.violations]))
    throw new Undo()
  })
  await expect(look).rejects.toBeInstanceOf(Undo)
  return found
}

test('at least 25 invariants are checked and a healthy world breaks none', async () => {
  const checked = await checkInvariants()
  expect(checked.length).toBeGreaterThanOrEqual(25)
  expect(checked.filter((one) => one.violations > 0)).toEqual([])
})

test('every invariant has a way to break it', () => {
  expect(Object.keys(DAMAGE).sort()).toEqual(INVARIANTS.map((one) => one.id).sort())
})

test.each(Object.entries(DAMAGE))('%s: a breach is reported', async (id, damage) => {
  expect((await violationsAfter(damage)).get(id)).toBeGreaterThan(0)
})
