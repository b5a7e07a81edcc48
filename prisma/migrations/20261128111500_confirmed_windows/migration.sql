-- Windows of one customer and category that different sources state differently stand beside each other until a person confirms one.
SELECT set_config('recoup.actor', '{"kind":"job","id":"migration","name":"migration"}', true),
  set_config('recoup.operation', gen_random_uuid()::text, true), set_config('recoup.event', 'dispute-window.widened', true);
UPDATE "dispute_window" SET "source" = '' WHERE "source" IS NULL;
ALTER TABLE "dispute_window" ALTER COLUMN "source" SET DEFAULT '';
ALTER TABLE "dispute_window" ALTER COLUMN "source" SET NOT NULL;
DROP INDEX "dispute_window_customer_id_category_days_anchor_key";
CREATE UNIQUE INDEX "dispute_window_customer_id_category_anchor_source_key" ON "dispute_window" ("customer_id", "category", "anchor", "source");

-- Who read it in the customer's own papers, when, and where it stands there.
ALTER TABLE "dispute_window" ADD COLUMN "confirmed_by" UUID;
ALTER TABLE "dispute_window" ADD COLUMN "confirmed_at" TIMESTAMPTZ(3);
ALTER TABLE "dispute_window" ADD COLUMN "confirmed_from" TEXT;
ALTER TABLE "dispute_window" ADD CONSTRAINT "dispute_window_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "dispute_window" ADD CONSTRAINT "dispute_window_confirmed_whole"
  CHECK (num_nonnulls("confirmed_by", "confirmed_at", "confirmed_from") IN (0, 3));
CREATE UNIQUE INDEX "dispute_window_confirmed_once" ON "dispute_window" ("customer_id", "category") WHERE "confirmed_at" IS NOT NULL;
