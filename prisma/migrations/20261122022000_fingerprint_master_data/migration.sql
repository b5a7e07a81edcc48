-- Master data is imported like facts: the same content is a duplicate, other content is a version. Rows made by hand have no fingerprint.
ALTER TABLE "customer" ADD COLUMN "fingerprint" text;
ALTER TABLE "customer_account" ADD COLUMN "fingerprint" text;
ALTER TABLE "ship_to" ADD COLUMN "fingerprint" text;
ALTER TABLE "item" ADD COLUMN "fingerprint" text;
ALTER TABLE "customer_item" ADD COLUMN "id" uuid NOT NULL DEFAULT new_id(), ADD COLUMN "fingerprint" text;
ALTER TABLE "price_condition" ADD COLUMN "fingerprint" text;
ALTER TABLE "agreement" ADD COLUMN "fingerprint" text;
ALTER TABLE "reason_code" ADD COLUMN "fingerprint" text;
ALTER TABLE "dispute_window" ADD COLUMN "fingerprint" text;
ALTER TABLE "freight_tariff" ADD COLUMN "fingerprint" text;

CREATE UNIQUE INDEX "customer_item_id_key" ON "customer_item" ("id");
