-- How many eaches a unit of measure holds: what the document states, else what the item master knows. Null for a unit that
-- nobody gave a factor. Source: X12 element 355, UN/ECE recommendation 20, SAP's commercial units in German.
CREATE OR REPLACE FUNCTION order_unit_factor(unit text, stated_pack int, case_pack int, pallet_quantity int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN upper(unit) IN ('EA', 'EACH', 'EACHES', 'PC', 'PCE', 'PCS', 'ST', 'STK', 'UN', 'UNIT', 'C62', 'H87', '件', '个', '台') THEN 1
    WHEN upper(unit) IN ('CA', 'CS', 'CASE', 'CASES', 'CT', 'CTN', 'KAR', 'KRT', '箱') THEN coalesce(nullif(stated_pack, 0), case_pack)
    WHEN upper(unit) IN ('PL', 'PAL', 'PF', 'PX') THEN pallet_quantity
    WHEN upper(unit) IN ('DZ', 'DZN') THEN 12
    WHEN upper(unit) IN ('PR', 'PAA') THEN 2
  END::bigint
$$;
