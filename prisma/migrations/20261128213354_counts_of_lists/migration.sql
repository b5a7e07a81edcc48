-- What lists are counted and sorted by is read from the index alone: invoices beside their payments and deductions, the undecided
-- exceptions of an order, disputes by amount and by day. Invoices by day have their other direction too: without a day last, either way.
CREATE INDEX "invoice_by_number" ON "invoice" ("customer_id", "number_key") INCLUDE ("currency", "net_minor");
CREATE INDEX "invoice_by_day_upwards" ON "invoice" ((coalesce("invoiced_on", DATE '9999-12-31')), "id");
CREATE INDEX "order_exception_undecided" ON "order_exception" ("purchase_order_id") INCLUDE ("state", "at_stake_minor") WHERE "state" IN ('open', 'held');
CREATE INDEX "dispute_by_amount" ON "dispute" ("amount_minor", "id");
CREATE INDEX "dispute_by_day" ON "dispute" ((coalesce("submitted_on", DATE '0001-01-01')), "id");
