-- A paper that comes again in other bytes is found by its name before its text is compared.
CREATE INDEX "document_file_name_idx" ON "document" ("file_name");
