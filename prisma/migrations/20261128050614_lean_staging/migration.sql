-- Numbers that are their own key, which most are, need no rewriting. What comes out is the same.
CREATE OR REPLACE FUNCTION comparison_key(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN (raw COLLATE "C") ~ '^[1-9A-Z][0-9A-Z]*$' THEN raw ELSE
    regexp_replace(regexp_replace(upper(raw COLLATE "C"), '[\s\u00a0\u3000!-/:-@\[-`{-~]', '', 'g'), '^0+(?=.)', '') END
$$;

-- Ids in the order of time from the server itself where it can make them (PostgreSQL 18).
DO $do$ BEGIN
  IF to_regprocedure('uuidv7()') IS NOT NULL THEN
    CREATE OR REPLACE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  END IF;
END $do$;

-- Rows are only ever staged for a batch that is open; asking for it a million times per file proves nothing.
ALTER TABLE "import_row" DROP CONSTRAINT "import_row_batch_id_fkey";
