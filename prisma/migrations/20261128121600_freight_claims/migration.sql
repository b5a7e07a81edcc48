-- A claim on the carrier that lost or damaged goods, with its own clock: notice, filing, acknowledgement, answer, suit. What the carrier
-- pays stays here and never touches what is open with the customer.
CREATE TABLE "freight_claim" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "pro_number" TEXT,
    "bol_number" TEXT,
    "delivery_key" TEXT,
    "kind" TEXT NOT NULL,
    "delivered_on" DATE,
    "shipped_on" DATE,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "notice_by" DATE,
    "noticed_on" DATE,
    "file_by" DATE NOT NULL,
    "filed_on" DATE,
    "claim_reference" TEXT,
    "late_reason" TEXT,
    "acknowledge_by" DATE,
    "acknowledged_on" DATE,
    "answer_by" DATE,
    "answered_on" DATE,
    "offered_minor" BIGINT NOT NULL DEFAULT 0,
    "paid_minor" BIGINT NOT NULL DEFAULT 0,
    "answer_note" TEXT,
    "sue_by" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "freight_claim_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "freight_claim_number_key" ON "freight_claim" ("number");
CREATE INDEX "freight_claim_state_file_by_idx" ON "freight_claim" ("state", "file_by");
CREATE INDEX "freight_claim_customer_id_delivery_key_idx" ON "freight_claim" ("customer_id", "delivery_key");
ALTER TABLE "freight_claim" ADD CONSTRAINT "freight_claim_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "freight_claim" ADD CONSTRAINT "freight_claim_kind_known" CHECK ("kind" IN ('loss', 'visible-damage', 'concealed-damage'));
ALTER TABLE "freight_claim" ADD CONSTRAINT "freight_claim_state_known" CHECK ("state" IN ('open', 'filed', 'acknowledged', 'offered', 'paid', 'declined', 'withdrawn'));
ALTER TABLE "freight_claim" ADD CONSTRAINT "freight_claim_filed_has_its_proof" CHECK ("state" IN ('open', 'withdrawn') OR ("filed_on" IS NOT NULL AND "claim_reference" IS NOT NULL));
ALTER TABLE "freight_claim" ADD CONSTRAINT "freight_claim_amounts_not_negative" CHECK ("offered_minor" >= 0 AND "paid_minor" >= 0);
ALTER TABLE "freight_claim" ADD CONSTRAINT "freight_claim_paid_has_its_money" CHECK ("state" <> 'paid' OR "paid_minor" > 0);

-- The part of a deduction that the carrier is asked for.
CREATE TABLE "freight_claim_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "claim_id" UUID NOT NULL,
    "deduction_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "freight_claim_line_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "freight_claim_line_claim_id_deduction_id_key" ON "freight_claim_line" ("claim_id", "deduction_id");
CREATE INDEX "freight_claim_line_deduction_id_idx" ON "freight_claim_line" ("deduction_id");
ALTER TABLE "freight_claim_line" ADD CONSTRAINT "freight_claim_line_claim_fkey" FOREIGN KEY ("claim_id") REFERENCES "freight_claim" ("id") ON DELETE RESTRICT;
ALTER TABLE "freight_claim_line" ADD CONSTRAINT "freight_claim_line_deduction_fkey" FOREIGN KEY ("deduction_id") REFERENCES "deduction" ("id") ON DELETE RESTRICT;
ALTER TABLE "freight_claim_line" ADD CONSTRAINT "freight_claim_line_amount_positive" CHECK ("amount_minor" > 0);
