-- How many days a step may take on a day: the row of the carrier or customer before the general one, the latest of equals.
CREATE OR REPLACE FUNCTION step_days(step text, of_customer uuid, of_carrier text, on_day date) RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.days FROM step_clock c
  WHERE c.kind = step AND coalesce(c.customer_id, of_customer) IS NOT DISTINCT FROM of_customer
    AND (c.carrier IS NULL OR c.carrier = of_carrier)
    AND c.valid_from <= on_day AND (c.valid_to IS NULL OR on_day <= c.valid_to)
  ORDER BY c.customer_id IS NULL, c.carrier IS NULL, c.valid_from DESC LIMIT 1
$$;
