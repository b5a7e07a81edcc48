-- Why a manager let a package be filed after the customer's window.
ALTER TABLE "submission" ADD COLUMN "late_reason" TEXT;

-- When to ask again after an answer, or when an answer should have come.
ALTER TABLE "dispute" ADD COLUMN "follow_up_on" DATE;

ALTER TABLE "dispute" ADD CONSTRAINT "dispute_outcome_known"
  CHECK ("outcome" IS NULL OR "outcome" IN ('won', 'lost', 'partly', 'withdrawn'));
