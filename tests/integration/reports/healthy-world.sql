-- One of everything, consistent: the ground on which each invariant is broken once.
INSERT INTO stored_file (id, sha256, bytes, media_type, storage_key)
VALUES ('00000000-0000-7000-8000-0000000000f1', repeat('ab', 32), 10, 'text/plain', 'ab/' || repeat('ab', 32));
INSERT INTO import_batch (id, file_id, file_name, sha256, bytes, format, kind, way, state, rows_read, accepted)
VALUES ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000f1', 'a.edi', repeat('ab', 32), 10, 'x12', 'x12-820', 'cli', 'done', 1, 1);
INSERT INTO customer (id, code, name, company_code, currency, net_days) VALUES
  ('00000000-0000-7000-8000-0000000000c1', 'HARBOR', 'Harbor & Pine', 'US01', 'USD', 30), ('00000000-0000-7000-8000-0000000000c2', 'KESTREL', 'Kestrel Home', 'US01', 'USD', 30);
INSERT INTO app_user (id, email, name) VALUES ('00000000-0000-7000-8000-0000000000e1', 'wei@example.test', 'Wei Lin');
INSERT INTO user_role (user_id, role) VALUES ('00000000-0000-7000-8000-0000000000e1', 'specialist');
INSERT INTO item (id, material, material_key, description) VALUES ('00000000-0000-7000-8000-0000000000a1', '000000000004000000', '4000000', 'Headphones');
INSERT INTO price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency)
VALUES ('00000000-0000-7000-8000-0000000000c1', '100001', '00000000-0000-7000-8000-0000000000a1', '2026-01-01', '2026-12-31', 74500000, 'USD');
INSERT INTO purchase_order (id, customer_id, number, number_key, currency, source, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c1', '0045-118', '45118', 'USD', 'x12', 'f', '00000000-0000-7000-8000-0000000000b1', 'segment 1');
INSERT INTO order_exception (id, customer_id, purchase_order_id, po_number, po_key, line, kind, field, at_stake_minor, currency, state, decided_at)
VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-000000000001', '0045-118', '45118', '1', 'price', 'price', 100, 'USD', 'held', now());
INSERT INTO invoice (id, customer_id, number, number_key, currency, net_minor, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-0000000000c1', '0090417733', '90417733', 'USD', 178800, 'f', '00000000-0000-7000-8000-0000000000b1', 'row 5');
INSERT INTO invoice_line (invoice_id, customer_id, line, material, quantity, unit, price_micros, allowance_minor, net_minor, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-0000000000c1', '20', '4000000', 24, 'EA', 74500000, 0, 178800, '00000000-0000-7000-8000-0000000000b1', 'row 5');
INSERT INTO remittance (id, customer_id, number, number_key, currency, total_minor, computed_minor, source, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-0000000000c1', '777', '777', 'USD', 0, 0, 'x12', 'f', '00000000-0000-7000-8000-0000000000b1', 'segment 1');
INSERT INTO remittance_line (id, remittance_id, customer_id, line_no, kind, paid_minor, deducted_minor, position)
VALUES ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-0000000000c1', 1, 'adjustment', -178800, 178800, 'segment 9');
INSERT INTO portal_claim (id, customer_id, claim_number, claim_key, amount_minor, currency, source, fingerprint, batch_id, position)
VALUES ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-0000000000c1', 'HP-881204', 'HP881204', 178800, 'USD', 'portal', 'f', '00000000-0000-7000-8000-0000000000b1', 'row 7');
INSERT INTO incident (id, number, customer_id, delivery_key) VALUES ('00000000-0000-7000-8000-000000000007', 'IN-0001', '00000000-0000-7000-8000-0000000000c1', '80021177');
INSERT INTO deduction (id, customer_id, claim_number, claim_key, amount_minor, open_minor, currency, delivery_key, incident_id, verdict, recoverable_minor)
VALUES ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000c1', 'HP-881204', 'HP881204', 178800, 178800, 'USD', '80021177', '00000000-0000-7000-8000-000000000007', 'invalid', 178800),
  ('00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-0000000000c1', 'HP-881205', 'HP881205', 5000, 5000, 'USD', '80021177', '00000000-0000-7000-8000-000000000007', 'undecided', 0);
INSERT INTO manual_entry (id, customer_id, claim_number, claim_key, taken_on, amount_minor, currency, note)
VALUES ('00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-0000000000c1', 'HP-881205', 'HP881205', '2026-05-20', 5000, 'USD', 'letter of 20 May');
INSERT INTO deduction_source (deduction_id, kind, source_id, amount_minor, is_origin) VALUES
  ('00000000-0000-7000-8000-0000000000d1', 'remittance', '00000000-0000-7000-8000-000000000005', 178800, true),
  ('00000000-0000-7000-8000-0000000000d1', 'portal-claim', '00000000-0000-7000-8000-000000000006', 178800, false),
  ('00000000-0000-7000-8000-0000000000d2', 'manual', '00000000-0000-7000-8000-0000000000d2', 5000, true);
INSERT INTO verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, facts_hash)
VALUES ('00000000-0000-7000-8000-0000000000d1', 'shortage', '1', 'invalid', 178800, 960000, 'pod-proves-delivery', '[]', '[]', 'f');
INSERT INTO dispute (id, deduction_id, customer_id, amount_minor, currency) VALUES ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000c1', 178800, 'USD');
INSERT INTO task (id, kind, subject_kind, subject_id, team, title) VALUES ('00000000-0000-7000-8000-000000000009', 'question', 'deduction', '00000000-0000-7000-8000-0000000000d1', 'logistics', 'POD page 2');
INSERT INTO difference (id, identity, customer_id, kind, field, currency, owner_team) VALUES ('00000000-0000-7000-8000-000000000010', 'x', '00000000-0000-7000-8000-0000000000c1', 'order-price', 'price', 'USD', 'sales');
INSERT INTO job_run (id, queue, title, input) VALUES ('00000000-0000-7000-8000-000000000011', 'q', '{}', '{}');
INSERT INTO mail_message (id, message_id, to_address, subject, text_body) VALUES ('00000000-0000-7000-8000-000000000012', '<1@recoup>', 'a@example.test', 's', 't');
INSERT INTO document (id, kind, file_id, file_name, state) VALUES ('00000000-0000-7000-8000-000000000013', 'proof-of-delivery', '00000000-0000-7000-8000-0000000000f1', 'pod.pdf', 'text');
INSERT INTO document_link (id, document_id, id_kind, id_key, id_text) VALUES ('00000000-0000-7000-8000-000000000014', '00000000-0000-7000-8000-000000000013', 'bol', '7720418', '77-20418');
INSERT INTO code_map (id, customer_id, code, code_key, category, internal_reason, valid_from)
VALUES ('00000000-0000-7000-8000-000000000015', '00000000-0000-7000-8000-0000000000c1', '22', '22', 'shortage', 'Billed not shipped', '2026-01-01');
INSERT INTO approval_request (id, kind, subject_id, customer_id, label, content, content_hash, state, requested_by, decided_by, decided_at)
SELECT '00000000-0000-7000-8000-000000000016', 'code-map', m.id, m.customer_id, 'HARBOR 22', code_map_content(m), encode(sha256(convert_to(code_map_content(m)::text, 'UTF8')), 'hex'),
  'approved', '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000e2', now() FROM code_map m;
UPDATE code_map SET state = 'approved';

INSERT INTO document (id, kind, file_id, file_name, state, customer_id) VALUES
  ('00000000-0000-7000-8000-000000000041', 'proof-of-delivery', '00000000-0000-7000-8000-0000000000f1', 'better.pdf', 'text', '00000000-0000-7000-8000-0000000000c1'),
  ('00000000-0000-7000-8000-000000000040', 'proof-of-delivery', '00000000-0000-7000-8000-0000000000f1', 'weak.pdf', 'text', '00000000-0000-7000-8000-0000000000c1');
INSERT INTO delivery_paper (document_id, kind, customer_id, pro, pro_key, pieces_received, is_signed, grade) VALUES
  ('00000000-0000-7000-8000-000000000040', 'proof-of-delivery', '00000000-0000-7000-8000-0000000000c1', '555-1', '5551', 14, true, 'C'),
  ('00000000-0000-7000-8000-000000000041', 'proof-of-delivery', '00000000-0000-7000-8000-0000000000c1', '555-1', '5551', 14, true, 'B');
UPDATE document SET replaced_by_id = '00000000-0000-7000-8000-000000000041' WHERE id = '00000000-0000-7000-8000-000000000040';
INSERT INTO task (id, kind, subject_kind, subject_id, team, title, state, answer, closed_at)
VALUES ('00000000-0000-7000-8000-000000000042', 'better-proof', 'document', '00000000-0000-7000-8000-000000000040', 'logistics', 'PRO 555-1', 'closed', 'better.pdf', now());
INSERT INTO order_signal (id, identity, kind, customer_id, po_key, since_on, due_on, currency, owner_team)
VALUES ('00000000-0000-7000-8000-000000000043', 'x', 'invoice-missing', '00000000-0000-7000-8000-0000000000c1', '45118', '2026-03-10', '2026-03-11', 'USD', 'finance');
INSERT INTO order_signal_event (signal_id, what) VALUES ('00000000-0000-7000-8000-000000000043', 'raised');
