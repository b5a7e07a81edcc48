-- What a request that the product worded is about, so that it reads in the language of whoever reads it; what a person wrote has none.
ALTER TABLE "task" ADD COLUMN "wording" JSONB;
