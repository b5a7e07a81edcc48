-- A change of many deductions at once: which ones as they were seen, what became of each, what it was before and what was set.
CREATE TABLE "deduction_bulk" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "act" TEXT NOT NULL,
    "owner_id" UUID,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undo_asked_by" UUID,
    "undo_asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "deduction_bulk_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "deduction_bulk_requested_by_idx" ON "deduction_bulk" ("requested_by", "requested_at");
ALTER TABLE "deduction_bulk" ADD CONSTRAINT "deduction_bulk_act_known" CHECK ("act" IN ('assign', 'agree', 'paste'));
ALTER TABLE "deduction_bulk" ADD CONSTRAINT "deduction_bulk_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction_bulk" ADD CONSTRAINT "deduction_bulk_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction_bulk" ADD CONSTRAINT "deduction_bulk_undo_has_its_moment" CHECK (("undo_asked_by" IS NULL) = ("undo_asked_at" IS NULL));

CREATE TABLE "deduction_bulk_row" (
    "bulk_id" UUID NOT NULL,
    "deduction_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "seen" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "before" JSONB,
    "set_to" TEXT,

    CONSTRAINT "deduction_bulk_row_pkey" PRIMARY KEY ("bulk_id", "deduction_id")
);
CREATE INDEX "deduction_bulk_row_state_idx" ON "deduction_bulk_row" ("bulk_id", "state", "deduction_id");
ALTER TABLE "deduction_bulk_row" ADD CONSTRAINT "deduction_bulk_row_bulk_fkey" FOREIGN KEY ("bulk_id") REFERENCES "deduction_bulk" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction_bulk_row" ADD CONSTRAINT "deduction_bulk_row_state_known" CHECK ("state" IN ('waiting', 'done', 'skipped', 'undone', 'kept'));
ALTER TABLE "deduction_bulk_row" ADD CONSTRAINT "deduction_bulk_row_says_why" CHECK (("state" IN ('skipped', 'kept')) = ("reason" IS NOT NULL));
ALTER TABLE "deduction_bulk_row" ADD CONSTRAINT "deduction_bulk_row_done_keeps_what_was" CHECK ("state" IN ('waiting', 'skipped') OR "before" IS NOT NULL);
