-- The tally again in fewer rows, for what is narrowed neither by customer nor by owner ('kind'), or by those alone ('who'): some hundred
-- rows are added up while the tally itself has tens of thousands. Entries are appended and folded as there; NULL where a grain tells nothing apart.
CREATE TABLE "deduction_subtotal" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "grain" TEXT NOT NULL,
    "customer_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "category" TEXT,
    "verdict" TEXT,
    "state" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "is_ready" BOOLEAN,
    "owner_id" UUID,
    "deductions" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "open_minor" BIGINT NOT NULL,
    "at_risk_minor" BIGINT NOT NULL,

    CONSTRAINT "deduction_subtotal_pkey" PRIMARY KEY ("id")
);

-- Amounts are compared in the units of their currency. Those whose unit is no hundredth are few: with an index of their own, a condition on
-- an amount is read by index in every currency.
CREATE INDEX "deduction_of_unusual_units" ON "deduction" ("amount_minor")
  WHERE "currency"::text = ANY (ARRAY['BHD', 'CLP', 'IQD', 'ISK', 'JOD', 'JPY', 'KRW', 'KWD', 'LYD', 'OMR', 'PYG', 'TND', 'UGX', 'VND', 'XAF', 'XOF']);

-- What there is something to do about, by what is at stake: neither the best nor the least of it is reckoned where the stake rules it out.
DROP INDEX "deduction_workable";
CREATE INDEX "deduction_workable" ON "deduction" (at_risk_minor(coalesce("decided_verdict", "verdict"), "recoverable_minor", "open_minor"), "number")
  WHERE "state" NOT IN ('submitted', 'closed') AND coalesce("decided_verdict", "verdict") <> 'valid';
