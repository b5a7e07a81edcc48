-- Line numbers that are digits and nothing else, which nearly all are, need no pattern. What comes out is the same.
CREATE OR REPLACE FUNCTION line_number(line text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN translate(line, '0123456789', '') = '' AND length(line) BETWEEN 1 AND 9 THEN line::int
    WHEN line ~ '^\s*\d{1,9}\s*$' THEN line::int END
$$;
