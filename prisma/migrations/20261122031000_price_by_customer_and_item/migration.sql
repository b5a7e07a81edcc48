-- The price agreed for an article on a day is asked for per order line, whatever account it was agreed with.
CREATE INDEX "price_condition_customer_id_item_id_valid_from_idx" ON "price_condition"("customer_id", "item_id", "valid_from");
