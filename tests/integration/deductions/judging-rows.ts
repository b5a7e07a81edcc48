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

const of = (n: number, table: string, columns: string, values: string): string =>
  `insert into ${table} (customer_id, fingerprint, batch_id, position, ${columns}) select customer_id, 'g', $BATCH, 'row 90', ${values} from one where n = ${n}`
const paper = (name: string, kind: string): string =>
  `with f as (insert into stored_file (sha256, bytes, media_type, storage_key) values (md5('${name}') || md5('${name}'), 1, 'application/pdf', '${name}') returning id)
   insert into document (file_id, kind, file_name, state, lines) select id, '${kind}', '${name}', 'ready', '["text"]' from f`

export const CHANGES: readonly Change[] = [
  {
    what: 'an invoice line',
    most: 1,
    statements: [`update invoice_line set quantity = 96 where invoice_id = (select id from invoice where number_key = 'I1')`],
  },
  {
    what: 'an invoice that was missing',
    most: 1,
    statements: [of(8, 'invoice', 'number, number_key, currency, po_number, po_key, net_minor', `'I8', 'I8', 'USD', 'P8', 'P8', 250800`)],
  },
  {
    what: 'an invoice as it was sent',
    most: 1,
    statements: [
      of(
        6,
        'sent_invoice',
        'number, number_key, currency, total_minor, discount_ppm, discount_days',
        `'I6', 'I6', 'USD', 250800, 20000, 10`,
      ),
    ],
  },
  {
    what: 'an agreement named on it',
    most: 1,
    statements: [
      `insert into sent_invoice_line (customer_id, sent_invoice_id, line, item_id, quantity, agreement_number, position)
     select s.customer_id, s.id, '1', o.item_id, 120, 'AG-9', 'segment 3' from sent_invoice s join one o on o.n = 6`,
    ],
  },
  { what: 'the days of an order', most: 1, statements: [`update purchase_order set ship_by = '2026-01-04' where number_key = 'P7'`] },
  {
    what: 'an order line',
    most: 1,
    statements: [
      `update purchase_order_line l set quantity = 60 from purchase_order p where p.id = l.purchase_order_id and p.number_key = 'P2'`,
    ],
  },
  {
    what: 'a change of an order',
    most: 1,
    statements: [of(2, 'order_change', 'po_number, po_key, code, line, quantity_new', `'P2', 'P2', 'QD', '1', 48`)],
  },
  {
    what: 'a confirmation',
    most: 1,
    statements: [of(2, 'order_confirmation_line', 'po_number, po_key, line, status, quantity', `'P2', 'P2', '1', 'accepted', 120`)],
  },
  {
    what: 'our own sales order',
    most: 1,
    statements: [
      of(
        2,
        'sales_order_line',
        'number, number_key, line, sold_to_key, material, quantity, unit, currency, po_number, po_key',
        `'S2', 'S2', '10', '1', 'M2', 120, 'EA', 'USD', 'P2', 'P2'`,
      ),
    ],
  },
  { what: 'a delivery line', most: 1, statements: [`update delivery_line set quantity = 114 where number_key = 'D1'`] },
  {
    what: 'the number of the carrier',
    most: 1,
    statements: [`update delivery_line set pro = 'R77', pro_key = 'R77' where number_key = 'D7'`],
  },
  {
    what: 'a ship notice',
    most: 1,
    statements: [of(1, 'ship_notice', 'number, number_key, cartons, group_control, set_control', `'D1', 'D1', 20, '71', '0001'`)],
  },
  {
    what: 'a line of it',
    most: 1,
    statements: [
      `insert into ship_notice_line (customer_id, ship_notice_id, line, quantity, position) select customer_id, id, '1', 114, 'segment 8' from ship_notice`,
    ],
  },
  {
    what: 'an acknowledgement by its control number',
    most: 1,
    statements: [of(1, 'acknowledgement', 'source, set_id, group_control, outcome, code', `'997', '856', '71', 'rejected', 'R'`)],
  },
  {
    what: 'a receipt on the order',
    most: 1,
    statements: [of(1, 'receipt', 'number, number_key, source, po_number, po_key', `'W1', 'W1', '861', 'P1', 'P1'`)],
  },
  {
    what: 'a line of it',
    most: 1,
    statements: [
      `insert into receipt_line (customer_id, receipt_id, line, received, position) select customer_id, id, '1', 114, 'row 2' from receipt where number = 'W1'`,
    ],
  },
  {
    what: 'a count of another order on the same shipment',
    most: 2,
    statements: [
      of(
        7,
        'receipt',
        'number, number_key, source, po_number, po_key, bol, bol_key',
        `'W7', 'W7', 'amazon-status', 'P70', 'P70', 'B7', 'B7'`,
      ),
    ],
  },
  {
    what: 'a better count that puts it away',
    most: 2,
    statements: [of(7, 'receipt', 'number, number_key, source, po_number, po_key', `'W70', 'W70', '861', 'P70', 'P70'`)],
  },
  {
    what: 'a proof of delivery',
    most: 1,
    statements: [
      paper('pod-1.pdf', 'proof-of-delivery'),
      `insert into delivery_paper (document_id, kind, bol_key, pieces_received) select id, 'proof-of-delivery', 'B1', 120 from document where file_name = 'pod-1.pdf'`,
    ],
  },
  { what: 'a proof taken out of use', most: 1, statements: [`update document set tombstoned_at = now() where file_name = 'pod-1.pdf'`] },
  {
    what: 'a mail that names the order',
    most: 1,
    statements: [
      paper('count.eml', 'mail'),
      `insert into document_link (document_id, id_kind, id_text, id_key) select id, 'po', 'P1', 'P1' from document where file_name = 'count.eml'`,
    ],
  },
  {
    what: 'a message of the carrier',
    most: 1,
    statements: [
      `insert into carrier_event (carrier, status, pro_key, happened_at, fingerprint, batch_id, position) values ('NORTH', 'D1', 'R1', '2026-01-09', 'g', $BATCH, 'row 1')`,
    ],
  },
  {
    what: 'a freight bill',
    most: 1,
    statements: [
      `insert into freight_bill (carrier, number, number_key, pro_key, amount_minor, currency, fingerprint, batch_id, position) values ('NORTH', 'FB1', 'FB1', 'R1', 9000, 'USD', 'g', $BATCH, 'row 1')`,
    ],
  },
  {
    what: 'a tariff',
    most: 8,
    statements: [`insert into freight_tariff (carrier, base_minor, per_carton_minor) values ('NORTH', 5000, 100)`],
  },
  { what: 'the packing of an article', most: 8, statements: [`update item set case_pack = 12 where material = 'M1'`] },
  {
    what: 'an agreed price',
    most: 4,
    statements: [
      `insert into price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency)
    select customer_id, '1', item_id, '2026-01-01', '2026-12-31', 19900000, 'USD' from one where n = 2`,
    ],
  },
  {
    what: 'an agreement',
    most: 4,
    statements: [
      `insert into agreement (customer_id, number, number_key, kind, valid_from, valid_to, rate_ppm)
    select customer_id, 'AG-3', 'AG3', 'promotion', '2026-01-01', '2026-12-31', 50000 from one where n = 3`,
    ],
  },
  {
    what: 'an article of it',
    most: 4,
    statements: [`insert into agreement_item (agreement_id, item_id) select a.id, o.item_id from agreement a join one o on o.n = 3`],
  },
  {
    what: 'an authorised return',
    most: 1,
    statements: [of(4, 'return_authorisation', 'number, number_key, line, quantity', `'RGA4', 'RGA4', '1', 6`)],
  },
  { what: 'returned goods', most: 1, statements: [of(4, 'return_receipt', 'rga_number, rga_key, quantity', `'RGA4', 'RGA4', 6`)] },
  {
    what: 'a credit for them',
    most: 1,
    statements: [
      of(
        4,
        'ledger_item',
        'account_key, document_number, document_key, kind, posting_key, text, amount_minor, currency',
        `'1', '160001', '160001', 'DG', '11', 'Return RGA4', -12540, 'USD'`,
      ),
    ],
  },
  { what: 'a stock report', most: 1, statements: [of(5, 'stock_report', 'item_id, reported_on, quantity', `item_id, '2026-02-01', 40`)] },
  {
    what: 'the bank',
    most: 1,
    statements: [
      `insert into bank_entry (reference, booked_on, currency, amount_minor, payment_key, fingerprint, batch_id, position) values ('BK6', '2026-02-21', 'USD', 238260, 'Z6', 'g', $BATCH, 'line 3')`,
    ],
  },
  { what: 'a payment line', most: 1, statements: [`update remittance_line set paid_minor = 238000 where reference_key = 'I6'`] },
  { what: 'the number of a payment', most: 1, statements: [`update remittance set number = 'Z6/1' where number_key = 'Z6'`] },
  { what: 'a claim', most: 1, statements: [`update portal_claim set quantity = 7 where claim_key = 'K1'`] },
  {
    what: 'a code list that tells concealed shortages',
    most: 4,
    statements: [
      `insert into reason_code (customer_id, code, code_key, text) select customer_id, 'CON', 'CON', 'Concealed shortage' from one where n = 1`,
    ],
  },
  {
    what: 'the terms of a customer',
    most: 4,
    statements: [`update customer set discount_ppm = 10000, discount_days = 10 where code = 'SUMMIT'`],
  },
  {
    what: 'a dispute window',
    most: 4,
    statements: [
      `insert into dispute_window (customer_id, category, days, anchor, source) select customer_id, 'shortage', 30, 'payment', 'guide' from one where n = 1`,
    ],
  },
  {
    what: 'a required paper',
    most: 4,
    statements: [
      `insert into evidence_requirement (customer_id, category, evidence, level, sort_order) select customer_id, 'price', 'bank-entry', 'required', 1 from one where n = 2`,
    ],
  },
  {
    what: 'a rule of the retailer',
    most: 4,
    statements: [
      `insert into trade_rule (kind, customer_id, value, valid_from, source) select 'fine-rate', customer_id, 50000, '2026-01-01', 'guide' from one where n = 7`,
    ],
  },
  {
    what: 'another deduction on the invoice',
    most: 3,
    statements: [
      `insert into deduction (customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, invoice_number, invoice_key, missing)
     select customer_id, 'K1B', 'K1B', '2026-02-25', 12540, 12540, 'USD', 'shortage', 'I1', 'I1', '{}' from one where n = 1`,
    ],
  },
  { what: 'its amount', most: 3, statements: [`update deduction set claim_number = 'K1C', quantity = 3 where claim_key = 'K1B'`] },
  {
    what: 'its move to another invoice',
    most: 4,
    statements: [`update deduction set invoice_number = 'I3', invoice_key = 'I3' where claim_key = 'K1B'`],
  },
  {
    what: 'the article of another claim for price protection',
    most: 4,
    statements: [
      `update deduction set category = 'price-protection', item_id = (select item_id from one where n = 5) where claim_key = 'K1B'`,
    ],
  },
]

/** Applies one change. */
export async function applyChange(database: TestDatabase, change: Change): Promise<void> {
  for (const statement of change.statements) await database.query(statement.replaceAll('$BATCH', `'${BATCH}'::uuid`))
}
