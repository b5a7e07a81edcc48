import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, rejectRows, stagedRows } from '@/server/staged-rows'

const KIND = 'ledger-item'

// What never changes about an item. Its due date, reason code, text and clearing may.
const IDENTITY = sql`md5(concat_ws('|', comparison_key(r.values ->> 'account'), comparison_key(r.values ->> 'documentNumber'),
  r.values ->> 'kind', ltrim(r.values ->> 'postingKey', '0'), comparison_key(r.values ->> 'assignment'),
  comparison_key(r.values ->> 'reference'), r.values ->> 'documentOn', r.values ->> 'postedOn', r.values ->> 'amountMinor',
  r.values ->> 'currency'))`

/**
 * Takes over staged customer line items. An item seen open and later cleared is updated and keeps its open state as a
 * version; an open list older than the clearing changes nothing. Equal items of one list are distinct items.
 */
export async function commitLedger(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, KIND, 'intake/unknown-currency', sql`r.values ->> 'currency' !~ '^[A-Z]{3}$'`)
  await nameIdentities(scope, batchId)
  await markKnownItems(scope, batchId)
  await updateItems(scope, batchId)
  await addItems(scope, batchId)
  await acceptRows(scope, batchId, KIND)
}

/** Fingerprint and occurrence without the clearing: the third equal item of a list is the third item, whatever clears it. */
async function nameIdentities({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row r SET fingerprint = n.identity, occurrence = n.occurrence
    FROM (
      SELECT r.row_no, ${IDENTITY} AS identity, row_number() OVER (PARTITION BY ${IDENTITY} ORDER BY r.values ->> 'clearedOn',
        r.values ->> 'clearingNumber', r.row_no)::int AS occurrence
      FROM import_row r WHERE ${stagedRows(batchId, KIND)}
    ) n
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = n.row_no`)
}

const SAME_ITEM = sql`t.account_key = comparison_key(r.values ->> 'account')
  AND t.document_key = comparison_key(r.values ->> 'documentNumber') AND t.fingerprint = r.fingerprint AND t.occurrence = r.occurrence`

// What a list says of an item that is already known; a blank cell or a missing column says nothing.
const SAID = sql`ROW(coalesce((r.values ->> 'dueOn')::date, t.due_on), coalesce(r.values ->> 'reasonCode', t.reason_code),
  coalesce(r.values ->> 'text', t.text), coalesce(comparison_key(r.values ->> 'clearingNumber'), t.clearing_key),
  coalesce((r.values ->> 'clearedOn')::date, t.cleared_on))`

async function markKnownItems({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row r SET status = 'duplicate', duplicate_of = t.batch_id FROM ledger_item t
    WHERE ${stagedRows(batchId, KIND)} AND ${SAME_ITEM}
      AND ((r.values ->> 'clearingNumber' IS NULL AND t.clearing_key IS NOT NULL)
        OR ${SAID} IS NOT DISTINCT FROM ROW(t.due_on, t.reason_code, t.text, t.clearing_key, t.cleared_on))`)
}

async function updateItems({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO record_version (table_name, record_id, version, content, batch_id)
    SELECT 'ledger_item', t.id, t.version, to_jsonb(t), ${batchId}::uuid
    FROM import_row r JOIN ledger_item t ON ${SAME_ITEM} WHERE ${stagedRows(batchId, KIND)}`)
  await tx.$executeRaw(sql`
    UPDATE ledger_item t SET due_on = coalesce((r.values ->> 'dueOn')::date, t.due_on),
      reason_code = coalesce(r.values ->> 'reasonCode', t.reason_code), text = coalesce(r.values ->> 'text', t.text),
      clearing_key = coalesce(comparison_key(r.values ->> 'clearingNumber'), t.clearing_key),
      cleared_on = coalesce((r.values ->> 'clearedOn')::date, t.cleared_on), batch_id = r.batch_id, position = r.position,
      version = t.version + 1
    FROM import_row r WHERE ${stagedRows(batchId, KIND)} AND ${SAME_ITEM}`)
}

async function addItems({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO ledger_item (customer_id, account_key, document_number, document_key, kind, posting_key, assignment, assignment_key, reference,
      reference_key, document_on, posted_on, due_on, amount_minor, currency, clearing_key, cleared_on, reason_code, text, fingerprint,
      occurrence, batch_id, position)
    SELECT r.customer_id, comparison_key(v.account), v."documentNumber", comparison_key(v."documentNumber"), coalesce(v.kind, ''),
      v."postingKey", v.assignment, comparison_key(v.assignment), v.reference, comparison_key(v.reference), v."documentOn", v."postedOn",
      v."dueOn", v."amountMinor", v.currency, comparison_key(v."clearingNumber"), v."clearedOn", v."reasonCode", v.text, r.fingerprint,
      r.occurrence, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(account text, "documentNumber" text, kind text, "postingKey" text, assignment text,
      reference text, "documentOn" date, "postedOn" date, "dueOn" date, "amountMinor" bigint, currency text, "clearingNumber" text,
      "clearedOn" date, "reasonCode" text, text text)
    WHERE ${stagedRows(batchId, KIND)}
      AND NOT EXISTS (SELECT 1 FROM ledger_item t WHERE ${SAME_ITEM})`)
}
