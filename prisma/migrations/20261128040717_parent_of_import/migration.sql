-- A file that came out of another one: an attachment of a mail, a file in an archive, rows corrected after they were rejected.
ALTER TABLE "import_batch" ADD COLUMN "parent_id" UUID;
ALTER TABLE "import_batch" ADD COLUMN "parent_reason" TEXT;

CREATE INDEX "import_batch_parent_id_idx" ON "import_batch"("parent_id");

ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_parent_fkey" FOREIGN KEY ("parent_id") REFERENCES "import_batch" ("id") ON DELETE RESTRICT;
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_parent_reason_known" CHECK ("parent_reason" IN ('mail', 'archive', 'correction'));
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_parent_has_reason" CHECK (("parent_id" IS NULL) = ("parent_reason" IS NULL) AND "parent_id" IS DISTINCT FROM "id");
