-- The same limits hold for releasing orders as ordered; order management gets its own.
ALTER TABLE "approval_limit" DROP CONSTRAINT "approval_limit_role_decides";
ALTER TABLE "approval_limit" ADD CONSTRAINT "approval_limit_role_decides" CHECK ("role" IN ('specialist', 'manager', 'order-management'));
INSERT INTO "approval_limit" ("role", "currency", "limit_minor") VALUES
  ('order-management', 'USD', 100000), ('order-management', 'EUR', 100000), ('order-management', 'CNY', 700000);
