-- Deductions without a deadline are few and lie everywhere; how many those of a filter are is read from this alone.
CREATE INDEX "deduction_undated" ON "deduction" ("category", "number") WHERE "deadline_on" IS NULL;
