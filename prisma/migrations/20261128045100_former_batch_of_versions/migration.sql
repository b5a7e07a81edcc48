-- Which import had brought the content that a version keeps: undoing it asks whether somebody changed it since.
CREATE INDEX "record_version_former_batch_idx" ON "record_version" (("content" ->> 'batch_id'));

-- What a file says of its own time is a text to be compared, not a moment.
ALTER TABLE "import_batch" RENAME COLUMN "stated_at" TO "stated_order";
