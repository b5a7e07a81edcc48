-- The customer of a staged row, resolved once for all rows of a batch before the committers run.
ALTER TABLE "import_row" ADD COLUMN "customer_id" uuid;

-- How many records a batch changed is counted from the versions it replaced.
CREATE INDEX "record_version_batch_id_idx" ON "record_version" ("batch_id");
