-- A rule by which differences may stay is ended by a day, or replaced by a new one; what was approved stays as it was.
ALTER TABLE "difference_tolerance" ADD COLUMN "ended_on" DATE;
ALTER TABLE "difference_tolerance" ADD COLUMN "replaces_id" UUID;
ALTER TABLE "difference_tolerance" ADD CONSTRAINT "difference_tolerance_replaces_fkey" FOREIGN KEY ("replaces_id") REFERENCES "difference_tolerance" ("id") ON DELETE RESTRICT;
ALTER TABLE "difference_tolerance" ADD CONSTRAINT "difference_tolerance_ended_in_order" CHECK ("ended_on" >= "valid_from" - 1);
ALTER TABLE "difference_tolerance" ADD CONSTRAINT "difference_tolerance_not_replaced_by_itself" CHECK ("replaces_id" <> "id");

-- Terms and clocks that people keep: whoever saves says which version was seen.
ALTER TABLE "order_term" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "step_clock" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
-- Signals are looked for again when a clock was changed.
ALTER TABLE "step_clock" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
