-- An amount withheld that no file told of: somebody read it in a letter, a call or a bank text and entered it.
CREATE TABLE "manual_entry" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "claim_number" TEXT,
    "claim_key" TEXT,
    "payment_number" TEXT,
    "payment_key" TEXT,
    "taken_on" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "code" TEXT,
    "code_text" TEXT,
    "invoice_number" TEXT,
    "invoice_key" TEXT,
    "po_number" TEXT,
    "po_key" TEXT,
    "note" TEXT NOT NULL,
    "entered_by" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manual_entry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "manual_entry_customer_id_claim_key_idx" ON "manual_entry" ("customer_id", "claim_key");
ALTER TABLE "manual_entry" ADD CONSTRAINT "manual_entry_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "manual_entry" ADD CONSTRAINT "manual_entry_amount_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "manual_entry" ADD CONSTRAINT "manual_entry_says_where_from" CHECK ("note" <> '');
ALTER TABLE "manual_entry" ADD CONSTRAINT "manual_entry_names_something" CHECK (coalesce("claim_number", "payment_number", "invoice_number", "po_number") IS NOT NULL);
ALTER TABLE "manual_entry" ADD CONSTRAINT "manual_entry_keys_are_of_numbers" CHECK ("claim_key" IS NOT DISTINCT FROM comparison_key("claim_number")
  AND "payment_key" IS NOT DISTINCT FROM comparison_key("payment_number") AND "invoice_key" IS NOT DISTINCT FROM comparison_key("invoice_number")
  AND "po_key" IS NOT DISTINCT FROM comparison_key("po_number"));
