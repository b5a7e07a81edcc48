-- Judging looks for papers by any of the numbers of a shipment, for many deductions at once; what kind of number it is does not matter there.
CREATE INDEX "document_link_id_key_idx" ON "document_link" ("id_key");
-- Claims for price protection are held against each other by article.
CREATE INDEX "deduction_price_protection_idx" ON "deduction" ("customer_id", "item_id") WHERE "category" = 'price-protection';
