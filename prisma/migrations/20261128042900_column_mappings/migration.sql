-- How columns of files that no reader knows are read: said once by a person, kept by version, used again by itself.

CREATE TABLE "column_mapping" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "column_mapping_version" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "mapping_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "file_name" TEXT NOT NULL,
    "saved_by" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_mapping_version_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "column_mapping_customer_id_idx" ON "column_mapping"("customer_id");
CREATE UNIQUE INDEX "column_mapping_version_mapping_id_version_key" ON "column_mapping_version"("mapping_id", "version");
CREATE INDEX "column_mapping_version_fingerprint_idx" ON "column_mapping_version"("fingerprint");

ALTER TABLE "column_mapping_version" ADD CONSTRAINT "column_mapping_version_mapping_id_fkey" FOREIGN KEY ("mapping_id") REFERENCES "column_mapping"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "import_batch" ADD COLUMN "mapping_version_id" UUID;
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_mapping_version_id_fkey" FOREIGN KEY ("mapping_version_id") REFERENCES "column_mapping_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A batch that waited long and is read again is not abandoned the moment it is opened.
ALTER TABLE "import_batch" ADD COLUMN "reopened_at" TIMESTAMPTZ(3);
CREATE INDEX "import_batch_mapping_version_id_idx" ON "import_batch"("mapping_version_id");
