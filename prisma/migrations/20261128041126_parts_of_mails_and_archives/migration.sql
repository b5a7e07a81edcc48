-- What was unpacked from a mail or an archive: a batch of its own, which may have come in several of them.
CREATE TABLE "import_part" (
    "parent_id" UUID NOT NULL,
    "part_no" INTEGER NOT NULL,
    "batch_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "container" TEXT NOT NULL,

    CONSTRAINT "import_part_pkey" PRIMARY KEY ("parent_id","part_no")
);
CREATE INDEX "import_part_batch_id_idx" ON "import_part"("batch_id");
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
