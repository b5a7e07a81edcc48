-- What came, how often, and what became of it is evidence: deleting an import never takes it along.
ALTER TABLE "import_kind_count" DROP CONSTRAINT "import_kind_count_batch_id_fkey";
ALTER TABLE "import_sending" DROP CONSTRAINT "import_sending_batch_id_fkey";
ALTER TABLE "import_kind_count" ADD CONSTRAINT "import_kind_count_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_sending" ADD CONSTRAINT "import_sending_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
