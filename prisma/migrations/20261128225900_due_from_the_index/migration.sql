-- What is due within some days is counted with its money from the index alone, however many there are.
DROP INDEX "deduction_open_by_deadline";
CREATE INDEX "deduction_open_by_deadline" ON "deduction" ("deadline_on", "id")
  INCLUDE ("customer_id", "currency", "category", "state", "owner_id", "verdict", "decided_verdict", "amount_minor", "open_minor", "recoverable_minor")
  WHERE "open_minor" > 0;
