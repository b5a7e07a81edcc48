import { selectIn, sql, type Tx } from '@/server/db/client'
import { SETTLED } from '../queries/settled'
import { categoryOfCode } from '../rules/category-of-code'
import { CATEGORIES } from '../rules/deduction'

/**
 * Writes what all sources together say about each touched deduction, and about those whose invoice or article was not
 * known before. The order in which sources arrived does not matter: the description is made from all of them anew.
 */
export async function describeDeductions(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMP TABLE description ON COMMIT DROP AS
    SELECT d.id, coalesce(rl.claim_number, lg.claim_number, me.claim_number) AS claim_number,
      coalesce(rl.claim_key, lg.claim_key, me.claim_key) AS claim_key,
      coalesce(rm.account_key, lg.account_key, d.account_key) AS account_key,
      coalesce(rm.number, d.payment_number) AS payment_number, coalesce(rm.number_key, d.payment_key) AS payment_key,
      coalesce(rm.paid_on, lg.document_on, me.taken_on) AS taken_on,
      coalesce(cl.code, rl.own_code, discount.code, rl.reason_code, lg.reason_code, me.code) AS reason_code,
      coalesce(cl.code_text, own.text, rl.text, discount.text, me.code_text) AS code_text,
      NULL::text AS mapped_category, NULL::uuid AS code_map_id, coalesce(own.x12_code, rl.reason_code, lg.reason_code) AS x12_code, own.edifact_code,
      coalesce(rl.deducted_minor = 0 AND rl.discount_minor > 0, false) AS is_cash_discount,
      inv.number AS invoice_number, coalesce(inv.number_key, named.key) AS invoice_key,
      coalesce(inv.po_number, cl.po_number, rl.po_number, me.po_number) AS po_number,
      coalesce(inv.po_key, cl.po_key, rl.po_key, me.po_key) AS po_key,
      coalesce(inv.delivery_key, alone.delivery_key) AS delivery_key, cl.item_id, cl.quantity, cl.unit_micros
    FROM deduction d
    LEFT JOIN LATERAL (SELECT l.* FROM deduction_source s JOIN remittance_line l ON l.id = s.source_id
      WHERE s.deduction_id = d.id AND s.kind = 'remittance' AND s.amount_minor > 0 ORDER BY l.id LIMIT 1) rl ON true
    LEFT JOIN remittance rm ON rm.id = rl.remittance_id
    LEFT JOIN LATERAL (SELECT l.*, CASE WHEN l.assignment_key IS DISTINCT FROM d.payment_key THEN l.assignment END AS claim_number,
        CASE WHEN l.assignment_key IS DISTINCT FROM d.payment_key THEN l.assignment_key END AS claim_key
      FROM deduction_source s JOIN ledger_item l ON l.id = s.source_id
      WHERE s.deduction_id = d.id AND s.kind = 'ledger' ORDER BY l.id LIMIT 1) lg ON true
    LEFT JOIN LATERAL (SELECT c.* FROM deduction_source s JOIN portal_claim c ON c.id = s.source_id
      WHERE s.deduction_id = d.id AND s.kind = 'portal-claim' AND c.amount_minor >= 0 ORDER BY c.amount_minor = d.amount_minor DESC, c.id DESC LIMIT 1) cl ON true
    LEFT JOIN LATERAL (SELECT e.* FROM deduction_source s JOIN manual_entry e ON e.id = s.source_id
      WHERE s.deduction_id = d.id AND s.kind = 'manual' ORDER BY e.id LIMIT 1) me ON true
    LEFT JOIN LATERAL (SELECT c.code, c.text FROM reason_code c WHERE c.customer_id = d.customer_id AND rl.deducted_minor = 0
      AND rl.discount_minor > 0 AND c.x12_code = '24' LIMIT 1) discount ON true
    LEFT JOIN reason_code own ON own.customer_id = d.customer_id AND own.code_key = comparison_key(coalesce(cl.code, rl.own_code, me.code, ''))
    LEFT JOIN LATERAL (SELECT n.key, n.place, n.raw FROM (VALUES
        (1, lg.reference_key, lg.reference),
        (2, rl.applies_to_key, rl.applies_to),
        (3, CASE WHEN rl.kind IN ('invoice', 'short-pay') THEN rl.reference_key END, rl.reference),
        (4, cl.invoice_key, cl.invoice_number), (5, me.invoice_key, me.invoice_number)) AS n(place, key, raw) WHERE n.key IS NOT NULL ORDER BY n.place LIMIT 1) named ON true
    LEFT JOIN LATERAL (SELECT i.* FROM (VALUES
        (1, lg.reference, lg.reference_key),
        (2, rl.applies_to, rl.applies_to_key),
        (3, CASE WHEN rl.kind IN ('invoice', 'short-pay') THEN rl.reference END, CASE WHEN rl.kind IN ('invoice', 'short-pay') THEN rl.reference_key END),
        (4, cl.invoice_number, cl.invoice_key), (5, me.invoice_number, me.invoice_key)) AS n(place, raw, key)
      CROSS JOIN LATERAL (SELECT n.key AS key, 0 AS rank WHERE n.key IS NOT NULL
        UNION SELECT comparison_key(m[1]), 1 FROM regexp_matches(coalesce(n.raw, ''), '[0-9]{5,}', 'g') m) token
      JOIN invoice i ON i.customer_id = d.customer_id AND i.number_key = token.key
      ORDER BY n.place, token.rank LIMIT 1) inv ON true
    LEFT JOIN LATERAL (SELECT min(l.number_key) AS delivery_key FROM delivery_line l WHERE inv.id IS NULL AND l.customer_id = d.customer_id
      AND l.po_key = coalesce(cl.po_key, rl.po_key, me.po_key) HAVING count(DISTINCT l.number_key) = 1) alone ON true
    WHERE d.split_of_id IS NULL AND (d.id IN (SELECT deduction_id FROM touched) OR d.invoice_number IS NULL OR d.delivery_key IS NULL
      OR (d.item_id IS NULL AND cl.item_id IS NOT NULL))`)
  await findMaps(tx)
  await classify(tx)
  await tx.$executeRaw(sql`
    UPDATE deduction d SET claim_number = n.claim_number, claim_key = n.claim_key, account_key = n.account_key,
      payment_number = n.payment_number, payment_key = n.payment_key, taken_on = n.taken_on, reason_code = n.reason_code,
      code_text = n.code_text, category = n.category, code_map_id = n.code_map_id, invoice_number = n.invoice_number, invoice_key = n.invoice_key,
      po_number = n.po_number, po_key = n.po_key, delivery_key = n.delivery_key, item_id = n.item_id, quantity = n.quantity,
      unit_micros = n.unit_micros, updated_at = now(), version = d.version + 1
    FROM description n WHERE n.id = d.id AND (d.claim_number, d.account_key, d.payment_number, d.taken_on, d.reason_code, d.code_text, d.category, d.code_map_id,
      d.invoice_number, d.invoice_key, d.po_number, d.delivery_key, d.item_id, d.quantity, d.unit_micros)
      IS DISTINCT FROM (n.claim_number, n.account_key, n.payment_number, n.taken_on, n.reason_code, n.code_text, n.category, n.code_map_id,
      n.invoice_number, n.invoice_key, n.po_number, n.delivery_key, n.item_id, n.quantity, n.unit_micros)`)
  await tx.$executeRaw(sql`DROP TABLE description`)
}

type Combination = {
  place: number
  reason_code: string | null
  code_text: string | null
  x12_code: string | null
  edifact_code: string | null
  mapped_category: string | null
  is_cash_discount: boolean
}

// The approved map of the code on the day of the deduction. What people have settled keeps the map it was handled under.
async function findMaps(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE description n SET mapped_category = m.category, code_map_id = m.id
    FROM deduction d JOIN code_map m ON m.customer_id = d.customer_id AND m.state = 'approved'
    WHERE d.id = n.id AND m.code_key = comparison_key(n.reason_code)
      AND CASE WHEN ${SETTLED} THEN m.id = d.code_map_id ELSE coalesce(n.taken_on, d.created_at::date) <@ code_map_days(m) END`)
}

// The rule runs once per distinct code, not per deduction.
async function classify(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`ALTER TABLE description ADD COLUMN place int, ADD COLUMN category text`)
  await tx.$executeRaw(sql`
    UPDATE description n SET place = k.place FROM (SELECT id, dense_rank() OVER (ORDER BY reason_code, code_text, x12_code, edifact_code,
      mapped_category, is_cash_discount)::int AS place FROM description) k WHERE k.id = n.id`)
  const combinations = await selectIn<Combination>(
    tx,
    sql`SELECT DISTINCT place, reason_code, code_text, x12_code, edifact_code, mapped_category, is_cash_discount FROM description ORDER BY place`,
  )
  const categories = combinations.map((one) =>
    categoryOfCode(
      {
        ownCode: one.reason_code,
        text: one.code_text,
        x12Code: one.x12_code,
        edifactCode: one.edifact_code,
        mappedCategory: one.mapped_category,
        isCashDiscount: one.is_cash_discount,
      },
      CATEGORIES,
    ),
  )
  await tx.$executeRaw(sql`
    UPDATE description n SET category = k.category
    FROM unnest(${combinations.map((one) => one.place)}::int[], ${categories}::text[]) AS k(place, category) WHERE k.place = n.place`)
}
