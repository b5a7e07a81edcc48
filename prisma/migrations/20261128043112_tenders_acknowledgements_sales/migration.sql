-- Load tenders link an order to its delivery and its load.
CREATE TABLE "load_tender" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID,
    "carrier" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "tendered_on" DATE,
    "pickup_on" DATE,
    "deliver_on" DATE,
    "stops" INTEGER NOT NULL DEFAULT 0,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "load_tender_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "load_tender_carrier_number_key_key" ON "load_tender"("carrier", "number_key");

CREATE TABLE "load_tender_reference" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "load_tender_id" UUID NOT NULL,
    "id_kind" TEXT NOT NULL,
    "id_text" TEXT NOT NULL,
    "id_key" TEXT NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "load_tender_reference_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "load_tender_reference_load_tender_id_id_kind_id_key_key" ON "load_tender_reference"("load_tender_id", "id_kind", "id_key");
CREATE INDEX "load_tender_reference_id_kind_id_key_idx" ON "load_tender_reference"("id_kind", "id_key");
ALTER TABLE "load_tender_reference" ADD CONSTRAINT "load_tender_reference_load_tender_id_fkey" FOREIGN KEY ("load_tender_id") REFERENCES "load_tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What customers say of the documents we sent: taken, taken with errors, refused.
CREATE TABLE "acknowledgement" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "set_id" TEXT,
    "number" TEXT,
    "number_key" TEXT,
    "group_control" TEXT,
    "set_control" TEXT,
    "outcome" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "errors" JSONB NOT NULL DEFAULT '[]',
    "acknowledged_at" TIMESTAMPTZ(3),
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "acknowledgement_outcome_check" CHECK ("outcome" IN ('accepted', 'with-errors', 'rejected'))
);
CREATE UNIQUE INDEX "acknowledgement_customer_id_fingerprint_occurrence_key" ON "acknowledgement"("customer_id", "fingerprint", "occurrence");
CREATE INDEX "acknowledgement_customer_id_set_id_number_key_idx" ON "acknowledgement"("customer_id", "set_id", "number_key");
CREATE INDEX "acknowledgement_customer_id_group_control_set_control_idx" ON "acknowledgement"("customer_id", "group_control", "set_control");

-- An acknowledgement names a document by the numbers of the envelope that carried it.
ALTER TABLE "ship_notice" ADD COLUMN "group_control" TEXT, ADD COLUMN "set_control" TEXT;
ALTER TABLE "sent_invoice" ADD COLUMN "group_control" TEXT, ADD COLUMN "set_control" TEXT;
ALTER TABLE "order_confirmation_line" ADD COLUMN "group_control" TEXT, ADD COLUMN "set_control" TEXT;

-- What distributors sold on, line by line, as they report it.
CREATE TABLE "sales_report" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT,
    "location" TEXT,
    "sold_to" TEXT,
    "transfer" TEXT,
    "item_id" UUID,
    "sold_on" DATE,
    "quantity" BIGINT NOT NULL,
    "price_micros" BIGINT,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "sales_report_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sales_report_customer_id_fingerprint_occurrence_key" ON "sales_report"("customer_id", "fingerprint", "occurrence");
CREATE INDEX "sales_report_customer_id_item_id_sold_on_idx" ON "sales_report"("customer_id", "item_id", "sold_on");
