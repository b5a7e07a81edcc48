-- A billing list brings single lines: each is compared with what is known of it.
ALTER TABLE "invoice_line" ADD COLUMN "fingerprint" text NOT NULL DEFAULT '';
