import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, rejectRows, stagedRows } from '@/server/staged-rows'

const RECORD = { kind: 'customer', table: 'customer', key: { code: sql`r.values ->> 'code'` } }

/** Takes over staged customers with their terms; each brings its own account. */
export async function commitCustomers(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, RECORD.kind, 'intake/unknown-currency', sql`r.values ->> 'currency' !~ '^[A-Z]{3}$'`)
  await rejectRows(
    scope,
    batchId,
    RECORD.kind,
    'intake/edi-address-taken',
    sql`EXISTS (SELECT 1 FROM customer c WHERE c.edi_id = r.values ->> 'ediId' AND c.code <> r.values ->> 'code')`,
  )
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO customer AS t (code, name, company_code, currency, net_days, discount_ppm, discount_days, freight_terms, fine_ppm,
      payment_cycle_days, edi_id, style, credit_status, fingerprint, batch_id, position)
    SELECT v.code, v.name, v."companyCode", v.currency, v."netDays", coalesce(v."discountPpm", 0), coalesce(v."discountDays", 0),
      coalesce(v."freightTerms", 'prepaid'), coalesce(v."finePpm", 0), coalesce(v."paymentCycleDays", 7), v."ediId", v.style, v."creditStatus",
      r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(code text, name text, "companyCode" text, currency text, "netDays" int,
      "discountPpm" int, "discountDays" int, "freightTerms" text, "finePpm" int, "paymentCycleDays" int, "ediId" text, style text, "creditStatus" text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, company_code = excluded.company_code, currency = excluded.currency,
      net_days = excluded.net_days, discount_ppm = excluded.discount_ppm, discount_days = excluded.discount_days,
      freight_terms = excluded.freight_terms, fine_ppm = excluded.fine_ppm, payment_cycle_days = excluded.payment_cycle_days,
      edi_id = excluded.edi_id, style = excluded.style, credit_status = excluded.credit_status, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id,
      position = excluded.position, version = t.version + 1`)
  await keepAccounts(scope, batchId)
  await scope.tx.$executeRaw(sql`
    INSERT INTO customer_account AS t (customer_id, account, account_key, name, fingerprint, batch_id, position)
    SELECT c.id, v."accountNumber", comparison_key(v."accountNumber"), v.name, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(code text, "accountNumber" text, name text)
    JOIN customer c ON c.code = v.code
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (account_key) DO UPDATE SET account = excluded.account, name = excluded.name, fingerprint = excluded.fingerprint,
      batch_id = excluded.batch_id, position = excluded.position
    WHERE (t.account, t.name) IS DISTINCT FROM (excluded.account, excluded.name)`)
  await acceptRows(scope, batchId, RECORD.kind)
}

/** An account that is called otherwise by now keeps what it was as a version, like any record. */
async function keepAccounts({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO record_version (table_name, record_id, version, content, batch_id)
    SELECT DISTINCT 'customer_account', t.id, (SELECT 1 + count(*)::int FROM record_version v WHERE v.table_name = 'customer_account' AND v.record_id = t.id),
      to_jsonb(t), ${batchId}::uuid
    FROM import_row r JOIN customer_account t ON t.account_key = comparison_key(r.values ->> 'accountNumber')
    WHERE ${stagedRows(batchId, RECORD.kind)} AND (t.account, t.name) IS DISTINCT FROM (r.values ->> 'accountNumber', r.values ->> 'name')`)
}
