-- Every number a deduction can be found by. Beside the deduction, so that judging it does not touch the indexes; triggers keep it.
CREATE TABLE "deduction_number" (
    "deduction_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,

    CONSTRAINT "deduction_number_pkey" PRIMARY KEY ("deduction_id", "kind")
);
INSERT INTO "deduction_number" ("deduction_id", "kind", "key", "customer_id")
SELECT d."id", n."kind", n."key", d."customer_id" FROM "deduction" d
CROSS JOIN LATERAL (VALUES ('claim', d."claim_key"), ('invoice', d."invoice_key"), ('po', d."po_key"), ('delivery', d."delivery_key"),
  ('payment', d."payment_key")) AS n("kind", "key")
WHERE n."key" <> '';
-- The beginning of a number, and a number one slip away, in any collation.
CREATE INDEX "deduction_number_key_idx" ON "deduction_number" ("key" text_pattern_ops);

-- Any part of a number. A server without the extension finds the same, reading more.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "deduction_number_part_idx" ON "deduction_number" USING gin ("key" gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'pg_trgm is not available (%): parts of numbers are found without an index', SQLERRM;
END $$;
