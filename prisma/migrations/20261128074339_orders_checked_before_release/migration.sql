-- What an order is checked against: state of the article, listing and minimum with the customer, credit, lead time.
ALTER TABLE "item" ADD COLUMN "status" TEXT;
ALTER TABLE "item" ADD COLUMN "discontinued_on" DATE;
ALTER TABLE "customer_item" ADD COLUMN "minimum_quantity" BIGINT;
ALTER TABLE "customer_item" ADD COLUMN "listed_from" DATE;
ALTER TABLE "customer_item" ADD COLUMN "listed_to" DATE;
ALTER TABLE "customer" ADD COLUMN "credit_status" TEXT;

-- How a customer orders: lead time, notice of price changes, holidays, and where a reply goes.
CREATE TABLE "order_term" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "lead_days" INTEGER,
    "notice_days" INTEGER,
    "minimum_minor" BIGINT,
    "holidays" DATE[] NOT NULL DEFAULT '{}',
    "reply_email" TEXT,
    "reply_locale" TEXT NOT NULL DEFAULT 'en',
    "source" TEXT,
    "checked_on" DATE,

    CONSTRAINT "order_term_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "order_term_customer_id_key" ON "order_term" ("customer_id");
ALTER TABLE "order_term" ADD CONSTRAINT "order_term_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_term" ADD CONSTRAINT "order_term_days_are_days" CHECK ("lead_days" >= 0 AND "notice_days" >= 0);

-- A price change that a customer was told of; it stays when the price list is replaced.
CREATE TABLE "price_announcement" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "price_micros" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "announced_on" DATE NOT NULL,
    "evidence" TEXT NOT NULL,
    "announced_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_announcement_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "price_announcement_customer_id_item_id_valid_from_price_micros_key"
  ON "price_announcement" ("customer_id", "item_id", "valid_from", "price_micros");
ALTER TABLE "price_announcement" ADD CONSTRAINT "price_announcement_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "price_announcement" ADD CONSTRAINT "price_announcement_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "price_announcement" ADD CONSTRAINT "price_announcement_user_fkey" FOREIGN KEY ("announced_by") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "price_announcement" ADD CONSTRAINT "price_announcement_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "price_announcement" ADD CONSTRAINT "price_announcement_says_what_shows_it" CHECK (btrim("evidence") <> '');

-- Who works on an exception until when, what it was corrected to and where, and how often it came back. A change or a
-- delivery without an order is an exception of a number that has no order yet.
ALTER TABLE "order_exception" ALTER COLUMN "purchase_order_id" DROP NOT NULL;
ALTER TABLE "order_exception" ADD COLUMN "po_number" TEXT;
ALTER TABLE "order_exception" ADD COLUMN "po_key" TEXT;
ALTER TABLE "order_exception" ADD COLUMN "owner_team" TEXT NOT NULL DEFAULT 'order-management';
ALTER TABLE "order_exception" ADD COLUMN "owner_id" UUID;
ALTER TABLE "order_exception" ADD COLUMN "due_at" TIMESTAMPTZ(3);
ALTER TABLE "order_exception" ADD COLUMN "corrected_value" TEXT;
ALTER TABLE "order_exception" ADD COLUMN "correct_in" TEXT;
ALTER TABLE "order_exception" ADD COLUMN "reopened_count" INTEGER NOT NULL DEFAULT 0;
-- Filling in what the order says anyway is no change of anybody.
ALTER TABLE "order_exception" DISABLE TRIGGER USER;
UPDATE "order_exception" e SET "po_number" = o."number", "po_key" = o."number_key" FROM "purchase_order" o WHERE o."id" = e."purchase_order_id";
ALTER TABLE "order_exception" ENABLE TRIGGER USER;
ALTER TABLE "order_exception" ALTER COLUMN "po_number" SET NOT NULL;
ALTER TABLE "order_exception" ALTER COLUMN "po_key" SET NOT NULL;
DROP INDEX "order_exception_purchase_order_id_line_kind_field_key";
CREATE UNIQUE INDEX "order_exception_customer_id_po_key_line_kind_field_key" ON "order_exception" ("customer_id", "po_key", "line", "kind", "field");
CREATE INDEX "order_exception_purchase_order_id_idx" ON "order_exception" ("purchase_order_id");
CREATE INDEX "order_exception_state_due_at_idx" ON "order_exception" ("state", "due_at");
ALTER TABLE "order_exception" ADD CONSTRAINT "order_exception_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_exception" ADD CONSTRAINT "order_exception_correct_in_known" CHECK ("correct_in" IN ('sap', 'customer', 'master-data'));
