-- What the tracker counts and sums, kept by triggers as entries to be added up: a change of deductions appends what it takes away and
-- what it brings, so that two changes never wait for each other; the worker folds entries of one cell into one.
CREATE TABLE "deduction_tally" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "customer_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "category" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "is_ready" BOOLEAN NOT NULL,
    "owner_id" UUID,
    "deductions" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "open_minor" BIGINT NOT NULL,
    "at_risk_minor" BIGINT NOT NULL,

    CONSTRAINT "deduction_tally_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "deduction_tally_customer_id_idx" ON "deduction_tally" ("customer_id");

-- Answered disputes by customer, category and whether every required paper was filed; triggers keep it. Shares in parts per billion.
CREATE TABLE "win_count" (
    "customer_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "is_complete" BOOLEAN NOT NULL,
    "cases" INTEGER NOT NULL,
    "won_ppb" BIGINT NOT NULL,

    CONSTRAINT "win_count_pkey" PRIMARY KEY ("customer_id", "category", "is_complete")
);

-- The value at risk, in one place for the index, the tally and the list.
CREATE FUNCTION at_risk_minor(verdict text, recoverable bigint, open bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE verdict WHEN 'valid' THEN 0 WHEN 'undecided' THEN open ELSE least(recoverable, open) END
$$;

-- One index for each way to sort: the column as it is sorted, then the own number, so that a page is read and nothing is sorted.
CREATE INDEX "deduction_by_deadline" ON "deduction" ((coalesce("deadline_on", DATE '9999-12-31')), "number");
CREATE INDEX "deduction_by_amount" ON "deduction" ("amount_minor", "number");
CREATE INDEX "deduction_by_risk" ON "deduction" (at_risk_minor(coalesce("decided_verdict", "verdict"), "recoverable_minor", "open_minor"), "number");
CREATE INDEX "deduction_by_claim" ON "deduction" ((coalesce("claim_key", '')), "number");
CREATE INDEX "deduction_by_category" ON "deduction" ("category", "number");
CREATE INDEX "deduction_by_code" ON "deduction" ((coalesce("reason_code", '')), "number");
CREATE INDEX "deduction_by_verdict" ON "deduction" ((coalesce("decided_verdict", "verdict")), "number");
CREATE INDEX "deduction_by_confidence" ON "deduction" ((coalesce("confidence_ppm", -1)), "number");
CREATE INDEX "deduction_by_taken" ON "deduction" ((coalesce("taken_on", DATE '0001-01-01')), "number");
CREATE INDEX "deduction_by_state" ON "deduction" ("state", "number");
CREATE INDEX "deduction_by_evidence" ON "deduction" (("evidence_have" - "evidence_need"), "number");
CREATE INDEX "deduction_by_customer" ON "deduction" ("customer_id", "number");
CREATE INDEX "deduction_by_owner" ON "deduction" ((coalesce("owner_id", UUID '00000000-0000-0000-0000-000000000000')), "number");

-- Open ones are few beside the years that are settled, and most lists are of them.
CREATE INDEX "deduction_open_in_order" ON "deduction" ((coalesce("deadline_on", DATE '9999-12-31')), "number") WHERE "open_minor" > 0;
CREATE INDEX "deduction_open_by_taken" ON "deduction" ((coalesce("taken_on", DATE '0001-01-01')), "number") WHERE "open_minor" > 0;
CREATE INDEX "deduction_open_by_number" ON "deduction" ("number") WHERE "open_minor" > 0;
-- What there is something to do about: everything else has the rank 0.
CREATE INDEX "deduction_workable" ON "deduction" ("number")
  WHERE "state" NOT IN ('submitted', 'closed') AND coalesce("decided_verdict", "verdict") <> 'valid';
