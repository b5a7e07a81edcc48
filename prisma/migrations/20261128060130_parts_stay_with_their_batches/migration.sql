-- What an import came out of is evidence: deleting one never takes the other along.
ALTER TABLE "import_part" DROP CONSTRAINT "import_part_parent_id_fkey";
ALTER TABLE "import_part" DROP CONSTRAINT "import_part_batch_id_fkey";
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
