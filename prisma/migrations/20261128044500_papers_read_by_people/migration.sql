-- Who read a paper that no machine could read, and when.
ALTER TABLE "document" ADD COLUMN "read_by" UUID;
ALTER TABLE "document" ADD COLUMN "read_at" TIMESTAMPTZ(3);
