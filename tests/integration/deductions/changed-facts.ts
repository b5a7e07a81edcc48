import { type Change, changeOf, of, paper } from './judging-rows'

/** Each kind of fact changes once; later changes build on earlier ones. */
export const CHANGES: readonly Change[] = [
  changeOf(
    'an invoice line',
    1,
    `update invoice_line set quantity = 96 where invoice_id = (select id from invoice where number_key = 'I1')`,
  ),
  changeOf(
    'an invoice that was missing',
    1,
    of(8, 'invoice', 'number, number_key, currency, po_number, po_key, net_minor', `'I8', 'I8', 'USD', 'P8', 'P8', 250800`),
  ),
  changeOf(
    'an invoice as it was sent',
    1,
    of(6, 'sent_invoice', 'number, number_key, currency, total_minor, discount_ppm, discount_days', `'I6', 'I6', 'USD', 250800, 20000, 10`),
  ),
  changeOf(
    'an agreement named on it',
    1,
    `insert into sent_invoice_line (customer_id, sent_invoice_id, line, item_id, quantity, agreement_number, position)
     select s.customer_id, s.id, '1', o.item_id, 120, 'AG-9', 'segment 3' from sent_invoice s join one o on o.n = 6`,
  ),
  changeOf('the days of an order', 1, `update purchase_order set ship_by = '2026-01-04' where number_key = 'P7'`),
  changeOf(
    'an order line',
    1,
    `update purchase_order_line l set quantity = 60 from purchase_order p where p.id = l.purchase_order_id and p.number_key = 'P2'`,
  ),
  changeOf('a change of an order', 1, of(2, 'order_change', 'po_number, po_key, code, line, quantity_new', `'P2', 'P2', 'QD', '1', 48`)),
  changeOf(
    'a confirmation',
    1,
    of(2, 'order_confirmation_line', 'po_number, po_key, line, status, quantity', `'P2', 'P2', '1', 'accepted', 120`),
  ),
  changeOf(
    'our own sales order',
    1,
    of(
      2,
      'sales_order_line',
      'number, number_key, line, sold_to_key, material, quantity, unit, currency, po_number, po_key',
      `'S2', 'S2', '10', '1', 'M2', 120, 'EA', 'USD', 'P2', 'P2'`,
    ),
  ),
  changeOf('a delivery line', 1, `update delivery_line set quantity = 114 where number_key = 'D1'`),
  changeOf('the number of the carrier', 1, `update delivery_line set pro = 'R77', pro_key = 'R77' where number_key = 'D7'`),
  changeOf(
    'a ship notice',
    1,
    of(1, 'ship_notice', 'number, number_key, cartons, group_control, set_control', `'D1', 'D1', 20, '71', '0001'`),
  ),
  changeOf(
    'a line of it',
    1,
    `insert into ship_notice_line (customer_id, ship_notice_id, line, quantity, position) select customer_id, id, '1', 114, 'segment 8' from ship_notice`,
  ),
  changeOf(
    'an acknowledgement by its control number',
    1,
    of(1, 'acknowledgement', 'source, set_id, group_control, outcome, code', `'997', '856', '71', 'rejected', 'R'`),
  ),
  changeOf('a receipt on the order', 1, of(1, 'receipt', 'number, number_key, source, po_number, po_key', `'W1', 'W1', '861', 'P1', 'P1'`)),
  changeOf(
    'a line of it',
    1,
    `insert into receipt_line (customer_id, receipt_id, line, received, position) select customer_id, id, '1', 114, 'row 2' from receipt where number = 'W1'`,
  ),
  changeOf(
    'a count of another order on the same shipment',
    2,
    of(
      7,
      'receipt',
      'number, number_key, source, po_number, po_key, bol, bol_key',
      `'W7', 'W7', 'amazon-status', 'P70', 'P70', 'B7', 'B7'`,
    ),
  ),
  changeOf(
    'a better count that puts it away',
    2,
    of(7, 'receipt', 'number, number_key, source, po_number, po_key', `'W70', 'W70', '861', 'P70', 'P70'`),
  ),
  changeOf(
    'a proof of delivery',
    1,
    paper('pod-1.pdf', 'proof-of-delivery'),
    `insert into delivery_paper (document_id, kind, bol_key, pieces_received) select id, 'proof-of-delivery', 'B1', 120 from document where file_name = 'pod-1.pdf'`,
  ),
  changeOf('a proof taken out of use', 1, `update document set tombstoned_at = now() where file_name = 'pod-1.pdf'`),
  changeOf(
    'a mail that names the order',
    1,
    paper('count.eml', 'mail'),
    `insert into document_link (document_id, id_kind, id_text, id_key) select id, 'po', 'P1', 'P1' from document where file_name = 'count.eml'`,
  ),
  changeOf(
    'a message of the carrier',
    1,
    `insert into carrier_event (carrier, status, pro_key, happened_at, fingerprint, batch_id, position) values ('NORTH', 'D1', 'R1', '2026-01-09', 'g', $BATCH, 'row 1')`,
  ),
  changeOf(
    'a freight bill',
    1,
    `insert into freight_bill (carrier, number, number_key, pro_key, amount_minor, currency, fingerprint, batch_id, position) values ('NORTH', 'FB1', 'FB1', 'R1', 9000, 'USD', 'g', $BATCH, 'row 1')`,
  ),
  changeOf('a tariff', 8, `insert into freight_tariff (carrier, base_minor, per_carton_minor) values ('NORTH', 5000, 100)`),
  changeOf('the packing of an article', 8, `update item set case_pack = 12 where material = 'M1'`),
  changeOf(
    'an agreed price',
    4,
    `insert into price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency)
    select customer_id, '1', item_id, '2026-01-01', '2026-12-31', 19900000, 'USD' from one where n = 2`,
  ),
  changeOf(
    'an agreement',
    4,
    `insert into agreement (customer_id, number, number_key, kind, valid_from, valid_to, rate_ppm)
    select customer_id, 'AG-3', 'AG3', 'promotion', '2026-01-01', '2026-12-31', 50000 from one where n = 3`,
  ),
  changeOf(
    'an article of it',
    4,
    `insert into agreement_item (agreement_id, item_id) select a.id, o.item_id from agreement a join one o on o.n = 3`,
  ),
  changeOf('an authorised return', 1, of(4, 'return_authorisation', 'number, number_key, line, quantity', `'RGA4', 'RGA4', '1', 6`)),
  changeOf('returned goods', 1, of(4, 'return_receipt', 'rga_number, rga_key, quantity', `'RGA4', 'RGA4', 6`)),
  changeOf(
    'a credit for them',
    1,
    of(
      4,
      'ledger_item',
      'account_key, document_number, document_key, kind, posting_key, text, amount_minor, currency',
      `'1', '160001', '160001', 'DG', '11', 'Return RGA4', -12540, 'USD'`,
    ),
  ),
  changeOf('a stock report', 1, of(5, 'stock_report', 'item_id, reported_on, quantity', `item_id, '2026-02-01', 40`)),
  changeOf(
    'the bank',
    1,
    `insert into bank_entry (reference, booked_on, currency, amount_minor, payment_key, fingerprint, batch_id, position) values ('BK6', '2026-02-21', 'USD', 238260, 'Z6', 'g', $BATCH, 'line 3')`,
  ),
  changeOf('a payment line', 1, `update remittance_line set paid_minor = 238000 where reference_key = 'I6'`),
  changeOf('the number of a payment', 1, `update remittance set number = 'Z6/1' where number_key = 'Z6'`),
  changeOf('a claim', 1, `update portal_claim set quantity = 7 where claim_key = 'K1'`),
  changeOf(
    'a code list that tells concealed shortages',
    4,
    `insert into reason_code (customer_id, code, code_key, text) select customer_id, 'CON', 'CON', 'Concealed shortage' from one where n = 1`,
  ),
  changeOf('the terms of a customer', 4, `update customer set discount_ppm = 10000, discount_days = 10 where code = 'SUMMIT'`),
  changeOf(
    'a dispute window',
    4,
    `insert into dispute_window (customer_id, category, days, anchor, source) select customer_id, 'shortage', 30, 'payment', 'guide' from one where n = 1`,
  ),
  changeOf(
    'a required paper',
    4,
    `insert into evidence_requirement (customer_id, category, evidence, level, sort_order) select customer_id, 'price', 'bank-entry', 'required', 1 from one where n = 2`,
  ),
  changeOf(
    'a rule of the retailer',
    4,
    `insert into trade_rule (kind, customer_id, value, valid_from, source) select 'fine-rate', customer_id, 50000, '2026-01-01', 'guide' from one where n = 7`,
  ),
  changeOf(
    'the threshold of a retailer',
    4,
    `insert into trade_rule (kind, customer_id, value, valid_from, source) select 'on-time-threshold', customer_id, 900000, '2025-01-01', 'guide' from one where n = 7`,
  ),
  changeOf(
    'the days of another order in the month of a fined one',
    3,
    `update purchase_order set ship_by = '2026-01-08' where number_key = 'P1'`,
  ),
  changeOf(
    'its arrival',
    3,
    `insert into carrier_event (carrier, status, pro_key, happened_at, fingerprint, batch_id, position) values ('NORTH', 'D1', 'R1', '2026-01-10', 'h', $BATCH, 'row 3')`,
  ),
  changeOf('the end of the threshold', 4, `delete from trade_rule where kind = 'on-time-threshold'`),
  changeOf(
    'another deduction on the invoice',
    3,
    `insert into deduction (customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, invoice_number, invoice_key, missing)
     select customer_id, 'K1B', 'K1B', '2026-02-25', 12540, 12540, 'USD', 'shortage', 'I1', 'I1', '{}' from one where n = 1`,
  ),
  changeOf('its amount', 3, `update deduction set claim_number = 'K1C', quantity = 3 where claim_key = 'K1B'`),
  changeOf('its move to another invoice', 4, `update deduction set invoice_number = 'I3', invoice_key = 'I3' where claim_key = 'K1B'`),
  changeOf(
    'the article of another claim for price protection',
    4,
    `update deduction set category = 'price-protection', item_id = (select item_id from one where n = 5) where claim_key = 'K1B'`,
  ),
  changeOf(
    'money of another deduction that came back',
    4,
    `with back as (insert into resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reference)
       select id, customer_id, 'repaid', 100, currency, '2026-02-20', 'CM1' from deduction where claim_key = 'K1B')
     update deduction set open_minor = open_minor - 100 where claim_key = 'K1B'`,
  ),
]
