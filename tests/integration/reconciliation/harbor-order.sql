-- The order of Harbor & Pine that everybody knows by heart: two lines, shipped, announced, signed for, counted short on the
-- second, billed in full and paid short. Everything agrees except the count of line 2: 120 shipped, 96 counted.
INSERT INTO stored_file (id, sha256, bytes, media_type, storage_key)
VALUES ('00000000-0000-7000-8000-0000000000f1', repeat('ab', 32), 10, 'text/plain', 'ab/' || repeat('ab', 32));
INSERT INTO import_batch (id, file_id, file_name, sha256, bytes, format, kind, way, state, rows_read, accepted)
VALUES ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000f1', 'orders.edi', repeat('ab', 32), 10, 'x12', 'x12-850', 'cli', 'done', 1, 1);
INSERT INTO customer (id, code, name, company_code, currency, net_days) VALUES
  ('00000000-0000-7000-8000-0000000000c1', 'HARBOR', 'Harbor & Pine', 'US01', 'USD', 30),
  ('00000000-0000-7000-8000-0000000000c2', 'KESTREL', 'Kestrel Home', 'US01', 'USD', 30);
INSERT INTO item (id, material, material_key, vendor_part, description, inner_pack, case_pack) VALUES
  ('00000000-0000-7000-8000-0000000000a1', '4000001', '4000001', 'HM2-BK', 'Headphones M2', 1, 6),
  ('00000000-0000-7000-8000-0000000000a2', '4000002', '4000002', 'CB-2M', 'USB-C cable 2 m', 4, 12);
INSERT INTO price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency) VALUES
  ('00000000-0000-7000-8000-0000000000c1', '100001', '00000000-0000-7000-8000-0000000000a1', '2026-01-01', '2026-12-31', 74500000, 'USD'),
  ('00000000-0000-7000-8000-0000000000c1', '100001', '00000000-0000-7000-8000-0000000000a2', '2026-01-01', '2026-12-31', 9900000, 'USD');
INSERT INTO purchase_order (id, customer_id, number, number_key, ordered_on, currency, ship_from, ship_by, net_days, stated_total_minor, source, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c1', '4500118', '4500118', '2026-03-02', 'USD', '2026-03-05', '2026-03-12', 30, 297600, 'x12', 'f', '00000000-0000-7000-8000-0000000000b1', 'segment 3');
INSERT INTO purchase_order_line (purchase_order_id, line, customer_id, item_id, quantity, unit, price_micros, position) VALUES
  ('00000000-0000-7000-8000-000000000001', '1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000a1', 24, 'EA', 74500000, 'segment 9'),
  ('00000000-0000-7000-8000-000000000001', '2', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000a2', 120, 'EA', 9900000, 'segment 12');
INSERT INTO order_confirmation_line (customer_id, po_number, po_key, confirmed_on, line, status, quantity, fingerprint, batch_id, position) VALUES
  ('00000000-0000-7000-8000-0000000000c1', '4500118', '4500118', '2026-03-03', '1', 'IA', 24, 'f1', '00000000-0000-7000-8000-0000000000b1', 'segment 5'),
  ('00000000-0000-7000-8000-0000000000c1', '4500118', '4500118', '2026-03-03', '2', 'IA', 120, 'f2', '00000000-0000-7000-8000-0000000000b1', 'segment 7');
INSERT INTO sales_order_line (id, customer_id, number, number_key, line, ordered_on, po_number, po_key, sold_to_key, item_id, material, quantity, unit, price_micros, net_minor, currency, requested_on, terms, fingerprint, batch_id, position) VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-0000000000c1', '11001', '11001', '10', '2026-03-02', '4500118', '4500118', '100001', '00000000-0000-7000-8000-0000000000a1', '4000001', 24, 'EA', 74500000, 178800, 'USD', '2026-03-12', 'N30', 'f', '00000000-0000-7000-8000-0000000000b1', 'row 2'),
  ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-0000000000c1', '11001', '11001', '20', '2026-03-02', '4500118', '4500118', '100001', '00000000-0000-7000-8000-0000000000a2', '4000002', 120, 'EA', 9900000, 118800, 'USD', '2026-03-12', 'N30', 'f', '00000000-0000-7000-8000-0000000000b1', 'row 3');
INSERT INTO delivery_line (customer_id, number, number_key, line, sales_order_key, po_number, po_key, item_id, material, quantity, unit, issued_on, issue_status, bol, bol_key, carrier, pro, pro_key, fingerprint, batch_id, position) VALUES
  ('00000000-0000-7000-8000-0000000000c1', '80021177', '80021177', '10', '11001', '4500118', '4500118', '00000000-0000-7000-8000-0000000000a1', '4000001', 24, 'EA', '2026-03-10', 'C', '77-20418', '7720418', 'TLSV', '555-1', '5551', 'f1', '00000000-0000-7000-8000-0000000000b1', 'row 4'),
  ('00000000-0000-7000-8000-0000000000c1', '80021177', '80021177', '20', '11001', '4500118', '4500118', '00000000-0000-7000-8000-0000000000a2', '4000002', 120, 'EA', '2026-03-10', 'C', '77-20418', '7720418', 'TLSV', '555-1', '5551', 'f2', '00000000-0000-7000-8000-0000000000b1', 'row 5');
INSERT INTO ship_notice (id, customer_id, number, number_key, sent_at, shipped_on, bol, bol_key, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000c1', '80021177', '80021177', '2026-03-10T16:00:00Z', '2026-03-10', '77-20418', '7720418', 'f', '00000000-0000-7000-8000-0000000000b1', 'segment 2');
INSERT INTO ship_notice_line (ship_notice_id, customer_id, po_number, po_key, line, item_id, quantity, position) VALUES
  ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000c1', '4500118', '4500118', '1', '00000000-0000-7000-8000-0000000000a1', 24, 'segment 11'),
  ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-0000000000c1', '4500118', '4500118', '2', '00000000-0000-7000-8000-0000000000a2', 120, 'segment 15');
INSERT INTO carrier_event (carrier, pro, pro_key, bol_key, delivery_key, status, happened_at, cartons, fingerprint, batch_id, position)
VALUES ('TLSV', '555-1', '5551', '7720418', '80021177', 'D1', '2026-03-13T14:00:00Z', 14, 'f', '00000000-0000-7000-8000-0000000000b1', 'segment 8');
INSERT INTO document (id, kind, file_id, file_name, state, issued_on)
VALUES ('00000000-0000-7000-8000-000000000031', 'proof-of-delivery', '00000000-0000-7000-8000-0000000000f1', 'pod-5551.pdf', 'text', '2026-03-13');
INSERT INTO delivery_paper (document_id, kind, customer_id, pro, pro_key, delivery_key, pieces_shipped, pieces_received, is_signed, signed_on)
VALUES ('00000000-0000-7000-8000-000000000031', 'proof-of-delivery', '00000000-0000-7000-8000-0000000000c1', '555-1', '5551', '80021177', 14, 14, true, '2026-03-13');
INSERT INTO receipt (id, customer_id, number, number_key, received_on, po_number, po_key, bol, bol_key, source, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000c1', 'R1', 'R1', '2026-03-14', '4500118', '4500118', '77-20418', '7720418', '861', 'f', '00000000-0000-7000-8000-0000000000b1', 'segment 2');
INSERT INTO receipt_line (receipt_id, customer_id, line, item_id, received, position) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000c1', '1', '00000000-0000-7000-8000-0000000000a1', 24, 'segment 6'),
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000c1', '2', '00000000-0000-7000-8000-0000000000a2', 96, 'segment 8');
INSERT INTO invoice (id, customer_id, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key, sales_order_key, net_minor, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '0090417733', '90417733', '2026-03-10', 'USD', '4500118', '4500118', '80021177', '11001', 297600, 'f', '00000000-0000-7000-8000-0000000000b1', 'row 6');
INSERT INTO invoice_line (invoice_id, customer_id, line, item_id, material, quantity, unit, price_micros, allowance_minor, net_minor, batch_id, position) VALUES
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '10', '00000000-0000-7000-8000-0000000000a1', '4000001', 24, 'EA', 74500000, 0, 178800, '00000000-0000-7000-8000-0000000000b1', 'row 6'),
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-0000000000c1', '20', '00000000-0000-7000-8000-0000000000a2', '4000002', 120, 'EA', 9900000, 0, 118800, '00000000-0000-7000-8000-0000000000b1', 'row 7');
INSERT INTO remittance (id, customer_id, number, number_key, paid_on, currency, total_minor, computed_minor, source, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-0000000000c1', '4437158', '4437158', '2026-04-10', 'USD', 273840, 273840, '820', 'f', '00000000-0000-7000-8000-0000000000b1', 'segment 1');
INSERT INTO remittance_line (remittance_id, customer_id, line_no, kind, reference, reference_key, gross_minor, paid_minor, deducted_minor, position)
VALUES ('00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-0000000000c1', 1, 'invoice', '0090417733', '90417733', 297600, 273840, 23760, 'segment 9');
INSERT INTO deduction (id, customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, po_number, po_key, invoice_key, item_id, quantity)
VALUES ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000c1', 'HP-881204', 'HP881204', '2026-04-10', 23760, 23760, 'USD', 'shortage', '4500118', '4500118', '90417733', '00000000-0000-7000-8000-0000000000a2', 24);
