-- Judges and cash matching ask for the booking of a payment.
CREATE INDEX IF NOT EXISTS "bank_entry_payment_key_idx" ON "bank_entry" ("payment_key");
