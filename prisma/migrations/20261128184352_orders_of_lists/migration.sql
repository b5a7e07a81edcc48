-- Lists are opened in these orders; a page is read from the index of its order, however many rows there are.
CREATE INDEX "invoice_by_day" ON "invoice" ((coalesce("invoiced_on", DATE '0001-01-01')), "id");
CREATE INDEX "invoice_by_amount" ON "invoice" ("net_minor", "id");
CREATE INDEX "remittance_by_day" ON "remittance" ((coalesce("paid_on", DATE '0001-01-01')), "id");
CREATE INDEX "difference_by_worth" ON "difference" ("state", "severity_minor", "id");
