import { type Sql, sql, type Tx } from '@/server/db/client'

type TakingKind = 'remittance' | 'ledger' | 'manual'

/*
 * What two sightings of one deduction have in common besides customer, currency and amount, from certain to likely:
 * the claim number; the payment and the invoice; the payment alone; the invoice alone.
 */
const WAYS: readonly { taking: Sql; deduction: Sql }[] = [
  { taking: sql`t.claim_key`, deduction: sql`d.claim_key` },
  {
    taking: sql`CASE WHEN t.claim_key IS NULL THEN t.payment_key || ' ' || t.invoice_key END`,
    deduction: sql`CASE WHEN d.claim_key IS NULL THEN d.payment_key || ' ' || d.invoice_key END`,
  },
  {
    taking: sql`CASE WHEN t.claim_key IS NULL THEN t.payment_key END`,
    deduction: sql`CASE WHEN d.claim_key IS NULL THEN d.payment_key END`,
  },
  {
    taking: sql`t.payment_key || ' ' || t.invoice_key`,
    deduction: sql`CASE WHEN d.claim_key IS NULL THEN d.payment_key || ' ' || d.invoice_key END`,
  },
]

/** Joins takings of one kind to deductions that lack this kind of source; what is left over opens a deduction each. */
export async function joinOrCreate(tx: Tx, kind: TakingKind): Promise<{ created: number; joined: number }> {
  for (const way of WAYS) await pair(tx, kind, way.taking, way.deduction)
  const joined = await tx.$executeRaw(sql`
    INSERT INTO deduction_source (deduction_id, kind, source_id, amount_minor, is_origin, batch_id, position)
    SELECT t.deduction_id, t.kind, t.source_id, t.amount_minor, false, t.batch_id, t.position
    FROM taking t WHERE t.kind = ${kind} AND t.deduction_id IS NOT NULL`)
  await tx.$executeRaw(sql`
    INSERT INTO touched SELECT t.deduction_id, false FROM taking t WHERE t.kind = ${kind} AND t.deduction_id IS NOT NULL ON CONFLICT DO NOTHING`)
  const created = await create(tx, kind)
  return { created, joined }
}

// What a person divided is still seen whole by the files that tell of it later; its parts are seen by none.
const AS_FOUND = sql`(SELECT x.id, x.customer_id, coalesce(x.whole_minor, x.amount_minor) AS amount_minor, x.currency, x.claim_key, x.payment_key,
  x.invoice_key, x.taken_on, x.number FROM deduction x WHERE x.split_of_id IS NULL)`

// Equal sightings are paired in the order of their dates: the first taking with the first deduction, and so on.
async function pair(tx: Tx, kind: TakingKind, taking: Sql, deduction: Sql): Promise<void> {
  await tx.$executeRaw(sql`
    WITH waiting AS (
      SELECT t.source_id, t.customer_id, t.amount_minor, t.currency, ${taking} AS mark,
        row_number() OVER (PARTITION BY t.customer_id, t.amount_minor, t.currency, ${taking} ORDER BY t.taken_on, t.payment_key, t.source_id) AS place
      FROM taking t WHERE t.kind = ${kind} AND t.deduction_id IS NULL AND ${taking} IS NOT NULL
    ), known AS (
      SELECT d.id, d.customer_id, d.amount_minor, d.currency, ${deduction} AS mark,
        row_number() OVER (PARTITION BY d.customer_id, d.amount_minor, d.currency, ${deduction} ORDER BY d.taken_on, d.payment_key, d.number) AS place
      FROM ${AS_FOUND} d
      WHERE ${deduction} IS NOT NULL AND (d.customer_id, d.amount_minor) IN (SELECT customer_id, amount_minor FROM waiting)
        AND NOT EXISTS (SELECT 1 FROM deduction_source s WHERE s.deduction_id = d.id AND s.kind = ${kind})
        AND NOT EXISTS (SELECT 1 FROM taking t WHERE t.kind = ${kind} AND t.deduction_id = d.id)
    )
    UPDATE taking t SET deduction_id = k.id
    FROM waiting w JOIN known k USING (customer_id, amount_minor, currency, mark, place)
    WHERE t.kind = ${kind} AND t.source_id = w.source_id`)
}

async function create(tx: Tx, kind: TakingKind): Promise<number> {
  const created = await tx.$executeRaw(sql`
    INSERT INTO deduction (id, customer_id, account_key, claim_number, claim_key, payment_number, payment_key, taken_on, amount_minor,
      open_minor, currency, invoice_key, missing)
    SELECT t.new_deduction_id, t.customer_id, t.account_key, t.claim_number, t.claim_key, t.payment_number, t.payment_key, t.taken_on,
      t.amount_minor, t.amount_minor, t.currency, t.invoice_key, '{}'
    FROM taking t WHERE t.kind = ${kind} AND t.deduction_id IS NULL ORDER BY t.taken_on, t.payment_key, length(t.position), t.position, t.source_id`)
  await tx.$executeRaw(sql`
    INSERT INTO deduction_source (deduction_id, kind, source_id, amount_minor, is_origin, batch_id, position)
    SELECT t.new_deduction_id, t.kind, t.source_id, t.amount_minor, true, t.batch_id, t.position
    FROM taking t WHERE t.kind = ${kind} AND t.deduction_id IS NULL`)
  await tx.$executeRaw(sql`
    INSERT INTO touched SELECT t.new_deduction_id, true FROM taking t WHERE t.kind = ${kind} AND t.deduction_id IS NULL`)
  return created
}

/**
 * Joins portal claims to the deduction that carries their number: the one of the same amount first, else the earliest.
 * A claim that was never taken from a payment is only announced and stays outside.
 */
export async function joinClaims(tx: Tx): Promise<number> {
  await tx.$executeRaw(sql`
    CREATE TEMP TABLE claim_join ON COMMIT DROP AS
    WITH waiting AS (
      SELECT c.*, row_number() OVER (PARTITION BY c.customer_id, c.claim_key, c.amount_minor ORDER BY c.claimed_on, c.id) AS place
      FROM portal_claim c WHERE NOT EXISTS (SELECT 1 FROM deduction_source s WHERE s.kind = 'portal-claim' AND s.source_id = c.id)
    ), known AS (
      SELECT d.id, d.customer_id, d.claim_key, d.amount_minor,
        row_number() OVER (PARTITION BY d.customer_id, d.claim_key, d.amount_minor
          ORDER BY EXISTS (SELECT 1 FROM deduction_source s WHERE s.deduction_id = d.id AND s.kind = 'portal-claim'), d.taken_on, d.number) AS place
      FROM ${AS_FOUND} d WHERE d.claim_key IN (SELECT claim_key FROM waiting)
    )
    SELECT w.id AS source_id, w.amount_minor, w.batch_id, w.position, coalesce(
      (SELECT k.id FROM known k WHERE k.customer_id = w.customer_id AND k.claim_key = w.claim_key AND k.amount_minor = w.amount_minor
        AND k.place = w.place),
      (SELECT d.id FROM ${AS_FOUND} d WHERE d.customer_id = w.customer_id AND d.claim_key = w.claim_key ORDER BY d.taken_on, d.number LIMIT 1)
    ) AS deduction_id
    FROM waiting w`)
  const joined = await tx.$executeRaw(sql`
    INSERT INTO deduction_source (deduction_id, kind, source_id, amount_minor, is_origin, batch_id, position)
    SELECT deduction_id, 'portal-claim', source_id, amount_minor, false, batch_id, position FROM claim_join WHERE deduction_id IS NOT NULL`)
  await tx.$executeRaw(sql`
    INSERT INTO touched SELECT DISTINCT deduction_id, false FROM claim_join WHERE deduction_id IS NOT NULL ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(sql`DROP TABLE claim_join`)
  return joined
}
