-- The article a document means: by UPC (or the GTIN it is part of), then our part number, then the customer's own number.
CREATE OR REPLACE FUNCTION find_item(of_customer uuid, upc_text text, vendor_part_text text, customer_item_text text) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT i.id FROM item i WHERE i.upc = upc_text LIMIT 1),
    (SELECT i.id FROM item i WHERE length(upc_text) >= 13 AND (i.gtin = lpad(upc_text, 14, '0') OR i.upc = ltrim(upc_text, '0')) LIMIT 1),
    (SELECT i.id FROM item i WHERE i.vendor_part = vendor_part_text LIMIT 1),
    (SELECT c.item_id FROM customer_item c WHERE c.customer_id = of_customer AND c.customer_item_key = comparison_key(customer_item_text) LIMIT 1))
$$;
