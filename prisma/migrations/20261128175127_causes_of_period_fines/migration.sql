-- Fines measured over a period: the retailer's own threshold was met, or the order was not filled.
INSERT INTO "root_cause" ("key", "parent_key", "name_en", "name_zh") VALUES
  ('threshold-met', 'customer', 'threshold was met', '已达考核线'),
  ('order-not-filled', 'order', 'order not filled', '订单未足量'),
  ('taken-after-repayment', 'customer', 'taken again after repayment', '退款后再扣');
INSERT INTO "cause_term" ("cause_key", "valid_from", "process_step", "team", "nature") VALUES
  ('threshold-met', '2000-01-01', 'at-customer', 'deductions', 'customer'),
  ('order-not-filled', '2000-01-01', 'order-entry', 'order-management', 'preventable'),
  ('taken-after-repayment', '2000-01-01', 'at-customer', 'deductions', 'customer');
