-- What a delivery paper will prove, in one letter, and who checked what it says.
ALTER TABLE "delivery_paper" ADD COLUMN "is_po_visible" BOOLEAN;
ALTER TABLE "delivery_paper" ADD COLUMN "count_in" TEXT;
ALTER TABLE "delivery_paper" ADD COLUMN "grade" TEXT;
ALTER TABLE "delivery_paper" ADD COLUMN "confirmed_by" UUID;
ALTER TABLE "delivery_paper" ADD COLUMN "confirmed_at" TIMESTAMPTZ(3);
ALTER TABLE "delivery_paper" ADD CONSTRAINT "delivery_paper_count_in_known" CHECK ("count_in" IN ('cartons', 'units', 'pallets'));
ALTER TABLE "delivery_paper" ADD CONSTRAINT "delivery_paper_grade_known" CHECK ("grade" IN ('A', 'B', 'C', 'D'));
ALTER TABLE "delivery_paper" ADD CONSTRAINT "delivery_paper_confirmed_by_somebody" CHECK (("confirmed_by" IS NULL) = ("confirmed_at" IS NULL));
ALTER TABLE "delivery_paper" ADD CONSTRAINT "delivery_paper_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
CREATE INDEX "delivery_paper_weak_idx" ON "delivery_paper" ("grade") WHERE "grade" IN ('C', 'D');

-- The better paper that stands for a weak one as evidence; undoing its import puts the weak one back.
ALTER TABLE "document" ADD COLUMN "replaced_by_id" UUID;
ALTER TABLE "document" ADD CONSTRAINT "document_replaced_by_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "document" ("id") ON DELETE SET NULL;
ALTER TABLE "document" ADD CONSTRAINT "document_not_replaced_by_itself" CHECK ("replaced_by_id" <> "id");
CREATE INDEX "document_replaced_by_id_idx" ON "document" ("replaced_by_id");

-- How many days a step may take, by customer or carrier, from one day to another; the most particular row counts.
CREATE TABLE "step_clock" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "customer_id" UUID,
    "carrier" TEXT,
    "days" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "step_clock_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "step_clock_one_per_day" ON "step_clock" ("kind", "customer_id", "carrier", "valid_from") NULLS NOT DISTINCT;
ALTER TABLE "step_clock" ADD CONSTRAINT "step_clock_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "step_clock" ADD CONSTRAINT "step_clock_days_in_range" CHECK ("days" BETWEEN 0 AND 3650);
ALTER TABLE "step_clock" ADD CONSTRAINT "step_clock_dates_in_order" CHECK ("valid_from" <= "valid_to");
INSERT INTO "step_clock" ("kind", "days", "valid_from", "source") VALUES
  ('carrier-archive', 365, '2000-01-01', '49 CFR 379, appendix A: shipping documents are kept one year; ask the carrier'),
  ('proof-answer', 3, '2000-01-01', 'own practice: days a carrier desk is given to send a receipt'),
  ('order-confirmed', 2, '2000-01-01', 'own practice: an 855 within two days of the order'),
  ('notice-sent', 0, '2000-01-01', 'retailers'' routing guides: the ship notice goes out on the day the goods leave'),
  ('notice-accepted', 1, '2000-01-01', 'retailers'' EDI guides: a 997 within a day'),
  ('window-warning', 2, '2000-01-01', 'own practice: two days before the last ship day'),
  ('goods-issue', 0, '2000-01-01', 'own practice: posted on the day the goods leave'),
  ('proof-received', 3, '2000-01-01', 'own practice: a receipt within three days of the delivery'),
  ('receipt-booked', 5, '2000-01-01', 'own practice: five days after the delivery the customer should have counted'),
  ('invoiced', 1, '2000-01-01', 'own practice: billing runs in the night after goods issue'),
  ('invoice-accepted', 2, '2000-01-01', 'retailers'' EDI guides: a 997 within two days'),
  ('invoice-resent', 1, '2000-01-01', 'own practice: a refused invoice is corrected the next day'),
  ('paid', 5, '2000-01-01', 'own practice: five days after the due day');
