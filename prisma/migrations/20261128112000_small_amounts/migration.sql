-- Up to which amount deductions of a customer are accepted unseen, from a day on and on the authority of a role; a later row takes the
-- place of an earlier one, and a limit of zero ends it.
CREATE TABLE "small_amount_policy" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "valid_from" DATE NOT NULL,
    "limit_minor" BIGINT NOT NULL,
    "role" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "small_amount_policy_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "small_amount_policy_customer_id_currency_valid_from_key" ON "small_amount_policy" ("customer_id", "currency", "valid_from");
ALTER TABLE "small_amount_policy" ADD CONSTRAINT "small_amount_policy_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "small_amount_policy" ADD CONSTRAINT "small_amount_policy_role_decides" CHECK ("role" IN ('specialist', 'manager'));
ALTER TABLE "small_amount_policy" ADD CONSTRAINT "small_amount_policy_not_negative" CHECK ("limit_minor" >= 0);
ALTER TABLE "small_amount_policy" ADD CONSTRAINT "small_amount_policy_says_why" CHECK ("reason" <> '');

-- The policy under which an amount was accepted unseen; null when a person did it.
ALTER TABLE "resolution" ADD COLUMN "policy_id" UUID;
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_policy_fkey" FOREIGN KEY ("policy_id") REFERENCES "small_amount_policy" ("id") ON DELETE RESTRICT;
CREATE INDEX "resolution_policy_id_idx" ON "resolution" ("policy_id") WHERE "policy_id" IS NOT NULL;

-- An entry that was a mistake stays, with who took it back and why; it opens no deduction any more.
ALTER TABLE "manual_entry" ADD COLUMN "taken_back_at" TIMESTAMPTZ(3);
ALTER TABLE "manual_entry" ADD COLUMN "taken_back_by" UUID;
ALTER TABLE "manual_entry" ADD COLUMN "taken_back_because" TEXT;
ALTER TABLE "manual_entry" ADD CONSTRAINT "manual_entry_taken_back_says_why" CHECK (("taken_back_at" IS NULL) = ("taken_back_because" IS NULL));

-- A record that goes with such an entry is kept as a version, too; it belongs to no import.
ALTER TABLE "record_version" ALTER COLUMN "batch_id" DROP NOT NULL;
