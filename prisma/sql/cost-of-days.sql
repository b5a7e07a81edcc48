-- What it costs that money comes so many days later, in minor units: value × days × yearly rate (parts per million) ÷ 365, half up.
CREATE OR REPLACE FUNCTION cost_of_days(minor bigint, days int, yearly_ppm int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT round(greatest(minor, 0)::numeric * days * yearly_ppm / 365000000)::bigint
$$;
