-- What a paste named as root cause stands beside what it replaced, so that it can be taken back.
ALTER TABLE "deduction_bulk_row" ADD COLUMN "set_cause" TEXT;
