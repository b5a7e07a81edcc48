-- Which comes first, day or month: what the values of a file prove, what was concluded where they leave it open, and what a person answered.
ALTER TABLE "import_batch" ADD COLUMN "date_order" TEXT;
ALTER TABLE "import_batch" ADD COLUMN "date_order_because" TEXT;
ALTER TABLE "import_batch" ADD COLUMN "header_fingerprint" TEXT;
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_date_order_check" CHECK (
    ("date_order" IS NULL AND "date_order_because" IS NULL)
    OR ("date_order" IN ('month-first', 'day-first')
      AND "date_order_because" IN ('values', 'answer', 'same-header', 'sender', 'customer', 'currency', 'numbers', 'language')));
CREATE INDEX "import_batch_header_fingerprint_idx" ON "import_batch"("header_fingerprint");

CREATE TABLE "date_order_answer" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID,
    "fingerprint" TEXT NOT NULL,
    "date_order" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "said_by" UUID,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "date_order_answer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "date_order_answer_date_order_check" CHECK ("date_order" IN ('month-first', 'day-first'))
);
CREATE INDEX "date_order_answer_fingerprint_idx" ON "date_order_answer"("fingerprint");
ALTER TABLE "date_order_answer" ADD CONSTRAINT "date_order_answer_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "date_order_answer" ADD CONSTRAINT "date_order_answer_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
