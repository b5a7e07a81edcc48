import type { TestDatabase } from '../database'

const BATCH = '0190b000-0000-7000-8000-000000000001'

/**
 * Eight deductions of two customers, one per category that looks at papers of its own, each with invoice, order, delivery, claim and payment line
 * under its own number n: I1, P1, D1, B1 (bill of lading), R1 (carrier's number), K1, Z1. The last one names an invoice that is not there yet.
 */
export async function insertJudgingRows(database: TestDatabase): Promise<void> {
  const run = async (text: string) => void (await database.query(text.replaceAll('$BATCH', `'${BATCH}'::uuid`)))
  await run(
    `insert into customer (code, name, company_code, currency, net_days) values ('HARBOR', 'Harbor', 'US01', 'USD', 30), ('SUMMIT', 'Summit', 'US01', 'USD', 30)`,
  )
  await run(
    `insert into item (material, material_key, description, case_pack) select 'M' || n, 'M' || n, 'Item ' || n, 6 from generate_series(1, 8) n`,
  )
  await run(`create table one as select n, 'K' || n as claim, c.id as customer_id, i.id as item_id,
      (array['shortage', 'price', 'promotion', 'returns', 'price-protection', 'cash-discount', 'compliance', 'shortage'])[n] as category
    from generate_series(1, 8) n join customer c on c.code = case when n % 2 = 1 then 'HARBOR' else 'SUMMIT' end join item i on i.material = 'M' || n`)
  await run(`insert into dispute_window (customer_id, category, days, anchor) select id, 'default', 90, 'payment' from customer`)
  await run(`insert into purchase_order (customer_id, number, number_key, ordered_on, currency, net_days, source, fingerprint, batch_id, position)
    select customer_id, 'P' || n, 'P' || n, '2026-01-02', 'USD', 30, 'x12', 'f', $BATCH, 'row ' || n from one`)
  await run(`insert into purchase_order_line (purchase_order_id, line, customer_id, item_id, quantity, unit, price_micros, position)
    select p.id, '1', o.customer_id, o.item_id, 120, 'EA', 20900000, 'row 1' from one o join purchase_order p on p.number_key = 'P' || o.n`)
  await run(`insert into delivery_line (customer_id, number, number_key, line, po_number, po_key, item_id, material, quantity, unit, bol, bol_key, pro, pro_key, carrier,
      issue_status, issued_on, fingerprint, batch_id, position)
    select customer_id, 'D' || n, 'D' || n, '10', 'P' || n, 'P' || n, item_id, 'M', 120, 'EA', 'B' || n, 'B' || n, 'R' || n, 'R' || n, 'NORTH', 'C', '2026-01-06',
      'f', $BATCH, 'row ' || n from one`)
  await run(`insert into invoice (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key, net_minor, fingerprint, batch_id, position)
    select customer_id, 'I' || n, 'I' || n, '2026-01-07', 'USD', 'P' || n, 'P' || n, 'D' || n, 250800, 'f', $BATCH, 'row ' || n from one where n < 8`)
  await run(`insert into invoice_line (invoice_id, customer_id, line, item_id, material, quantity, unit, price_micros, allowance_minor, net_minor, batch_id, position)
    select v.id, v.customer_id, '10', o.item_id, 'M', 120, 'EA', 20900000, 0, 250800, $BATCH, 'row 1' from one o join invoice v on v.number_key = 'I' || o.n`)
  await run(`insert into remittance (customer_id, number, number_key, paid_on, currency, total_minor, computed_minor, source, fingerprint, batch_id, position)
    select customer_id, 'Z' || n, 'Z' || n, '2026-02-20', 'USD', 238260, 238260, '820', 'f' || n, $BATCH, 'interchange 1' from one`)
  await run(`insert into remittance_line (remittance_id, customer_id, line_no, kind, reference, reference_key, gross_minor, discount_minor, paid_minor, deducted_minor, position)
    select r.id, r.customer_id, 1, 'invoice', 'I' || o.n, 'I' || o.n, 250800, 12540, 238260, 12540, 'segment 9' from one o join remittance r on r.number_key = 'Z' || o.n`)
  await run(`insert into portal_claim (customer_id, claim_number, claim_key, amount_minor, currency, reference, source, fingerprint, batch_id, position)
    select customer_id, claim, claim, 12540, 'USD', 'RGA' || n, 'portal', 'f', $BATCH, 'row ' || n from one`)
  await run(`insert into deduction (customer_id, claim_number, claim_key, payment_number, payment_key, taken_on, amount_minor, open_minor, currency, category, reason_code,
      invoice_number, invoice_key, po_number, po_key, delivery_key, item_id, quantity, missing)
    select customer_id, claim, claim, 'Z' || n, 'Z' || n, '2026-02-20', 12540, 12540, 'USD', category, '22', 'I' || n, 'I' || n, 'P' || n, 'P' || n, 'D' || n, item_id, 6, '{}' from one`)
  await run(`insert into deduction_source (deduction_id, kind, source_id, amount_minor, is_origin)
    select d.id, 'remittance', l.id, 12540, true from one o join deduction d on d.claim_key = o.claim join remittance r on r.number_key = 'Z' || o.n
      join remittance_line l on l.remittance_id = r.id
    union all select d.id, 'portal-claim', c.id, 12540, false from one o join deduction d on d.claim_key = o.claim join portal_claim c on c.claim_key = o.claim`)
}

/** One change of a fact as SQL over the table `one`, and how many deductions may depend on it. */
export type Change = { what: string; most: number; statements: readonly string[] }

export const changeOf = (what: string, most: number, ...statements: string[]): Change => ({ what, most, statements })

/** A row of a table for the customer of deduction n. */
export const of = (n: number, table: string, columns: string, values: string): string =>
  `insert into ${table} (customer_id, fingerprint, batch_id, position, ${columns}) select customer_id, 'g', $BATCH, 'row 90', ${values} from one where n = ${n}`
/** A paper without links. */
export const paper = (name: string, kind: string): string =>
  `with f as (insert into stored_file (sha256, bytes, media_type, storage_key) values (md5('${name}') || md5('${name}'), 1, 'application/pdf', '${name}') returning id)
   insert into document (file_id, kind, file_name, state, lines) select id, '${kind}', '${name}', 'ready', '["text"]' from f`

/** Applies one change. */
export async function applyChange(database: TestDatabase, change: Change): Promise<void> {
  for (const statement of change.statements) await database.query(statement.replaceAll('$BATCH', `'${BATCH}'::uuid`))
}
