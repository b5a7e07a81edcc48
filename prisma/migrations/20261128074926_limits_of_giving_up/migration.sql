-- Up to which amount a role may give up money alone; above it a second person decides. No row for a currency means nothing alone.
CREATE TABLE "approval_limit" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "role" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "limit_minor" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_limit_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "approval_limit_role_currency_key" ON "approval_limit" ("role", "currency");
ALTER TABLE "approval_limit" ADD CONSTRAINT "approval_limit_role_decides" CHECK ("role" IN ('specialist', 'manager'));
ALTER TABLE "approval_limit" ADD CONSTRAINT "approval_limit_not_negative" CHECK ("limit_minor" >= 0);
INSERT INTO "approval_limit" ("role", "currency", "limit_minor") VALUES
  ('specialist', 'USD', 250000), ('specialist', 'EUR', 250000), ('specialist', 'CNY', 1800000),
  ('manager', 'USD', 2500000), ('manager', 'EUR', 2500000), ('manager', 'CNY', 18000000);

-- The approval under which an amount was given up; null when the person's own limit was enough.
ALTER TABLE "resolution" ADD COLUMN "approval_id" UUID;
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_approval_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval_request" ("id") ON DELETE RESTRICT;
CREATE UNIQUE INDEX "resolution_approval_id_key" ON "resolution" ("approval_id");
