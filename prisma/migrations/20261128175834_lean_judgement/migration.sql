-- A judgement changes what lists are sorted by, so every index of a deduction is written again with it. These served no list any more:
-- lists of one customer or one state go by the index of their own sort, the largest open ones by that of all amounts.
DROP INDEX "deduction_customer_id_deadline_on_idx";
DROP INDEX "deduction_state_deadline_on_idx";
DROP INDEX "deduction_open_by_amount";
-- The entries of a transaction are looked for only while they are not linked to the chain.
DROP INDEX "audit_entry_transaction_id_idx";
CREATE INDEX "audit_entry_unlinked" ON "audit_entry" ("transaction_id") WHERE "hash" IS NULL;
