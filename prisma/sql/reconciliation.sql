-- One match of the tolerant pass keeps its identity over runs: the step, the customer, and what stands on either side.
CREATE OR REPLACE FUNCTION match_identity(step text, customer uuid, theirs text, ours text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT md5(step || '|' || customer::text || '|' || theirs || '|' || ours)
$$;

-- An amount in minor units as decimal text with the digits of its currency; the same currencies without two digits as core/money.
CREATE OR REPLACE FUNCTION money_text(minor bigint, currency text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN currency IN ('CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'VND', 'XAF', 'XOF') THEN minor::text WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN to_char(minor / 1000.0, 'FM999999999999990.000')
    ELSE to_char(minor / 100.0, 'FM9999999999999990.00') END
$$;

-- The day that is so many working days of a customer after another one: weekends and the customer's holidays do not count; no
-- days are the day itself.
CREATE OR REPLACE FUNCTION working_day_after(day date, days int, holidays date[]) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce((SELECT day + n FROM generate_series(1, days * 2 + 40) n WHERE extract(isodow FROM day + n) < 6 AND day + n <> ALL (holidays)
    ORDER BY n OFFSET greatest(days, 1) - 1 LIMIT least(days, 1)), day)
$$;
