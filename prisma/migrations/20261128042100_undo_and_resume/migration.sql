-- An import belongs to whoever works on it for as long as that process shows that it lives; what a dead one left is taken over.
CREATE TABLE "import_holder" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "import_holder_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "import_batch" ADD COLUMN "held_by" UUID;
-- A file that was only to be shown is still only shown when its reading is taken up again.
ALTER TABLE "import_batch" ADD COLUMN "is_preview" BOOLEAN NOT NULL DEFAULT false;
-- When the file says it was made, e.g. 'interchange 2026-03-14T13:45 000000395'; an older copy never replaces a newer one.
ALTER TABLE "import_batch" ADD COLUMN "stated_at" TEXT;

-- An undone import keeps its batch and its file; the same bytes may come again as another batch.
ALTER TABLE "import_batch" ADD COLUMN "undone_at" TIMESTAMPTZ(3);
ALTER TABLE "import_batch" ADD COLUMN "undone_by" UUID;
ALTER TABLE "import_batch" DROP CONSTRAINT "import_batch_state_known";
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_state_known" CHECK ("state" IN ('received', 'parsing', 'staged', 'committing', 'done', 'waiting', 'refused', 'failed', 'undone'));
DROP INDEX "import_batch_sha256_key";
CREATE UNIQUE INDEX "import_batch_sha256_key" ON "import_batch" ("sha256") WHERE "state" <> 'undone';
CREATE INDEX "import_batch_sha256_idx" ON "import_batch" ("sha256");

-- Which earlier import had brought a row already: as long as both stand, the earlier one is built upon.
ALTER TABLE "import_row" ADD COLUMN "duplicate_of" UUID;
CREATE TABLE "import_overlap" (
    "batch_id" UUID NOT NULL,
    "earlier_batch_id" UUID NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "import_overlap_pkey" PRIMARY KEY ("batch_id", "earlier_batch_id")
);
CREATE INDEX "import_overlap_earlier_batch_id_idx" ON "import_overlap" ("earlier_batch_id");

-- Why content was replaced: by an import, or because an import was undone.
ALTER TABLE "record_version" ADD COLUMN "cause" TEXT NOT NULL DEFAULT 'import';
ALTER TABLE "record_version" ADD CONSTRAINT "record_version_cause_known" CHECK ("cause" IN ('import', 'undo'));

ALTER TABLE "agreement_item" ADD COLUMN "batch_id" UUID;
ALTER TABLE "agreement_item" ADD COLUMN "position" TEXT;
