-- The values that a finding is told with, so that its sentence can stand in any language; null where only the message holds them.
ALTER TABLE "import_finding" ADD COLUMN "facts" JSONB;

-- The file's own totals against ours, by kind and currency.
ALTER TABLE "import_batch" ADD COLUMN "sums" JSONB NOT NULL DEFAULT '[]';

-- A rejected row that came in after correction, and with which file; it stays counted where it was rejected.
ALTER TABLE "import_row" ADD COLUMN "corrected_by" UUID;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_corrected_by_fkey" FOREIGN KEY ("corrected_by") REFERENCES "import_batch" ("id") ON DELETE SET NULL;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_only_rejected_is_corrected" CHECK ("corrected_by" IS NULL OR "status" = 'rejected');
CREATE INDEX "import_row_corrected_by_idx" ON "import_row"("corrected_by") WHERE "corrected_by" IS NOT NULL;

-- What became of the rows of a file, by kind; the rows themselves leave when they are taken over.
CREATE TABLE "import_kind_count" (
    "batch_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicate" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_kind_count_pkey" PRIMARY KEY ("batch_id","kind")
);
ALTER TABLE "import_kind_count" ADD CONSTRAINT "import_kind_count_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every time that the same bytes came, and how.
CREATE TABLE "import_sending" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "sent_by" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_sending_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "import_sending_batch_id_idx" ON "import_sending"("batch_id");
ALTER TABLE "import_sending" ADD CONSTRAINT "import_sending_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
