-- What the customer gave as the reason of a denial, in its own code and words.
ALTER TABLE "dispute" ADD COLUMN "denial_code" TEXT;
ALTER TABLE "dispute" ADD COLUMN "denial_text" TEXT;

-- What our own cases suggest to ask for from now on; it holds once a second person approved exactly this.
CREATE TABLE "evidence_proposal" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_proposal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "evidence_proposal_waiting_once" ON "evidence_proposal" ("customer_id", "category", "evidence") WHERE "state" = 'proposed';
CREATE INDEX "evidence_proposal_customer_id_category_idx" ON "evidence_proposal" ("customer_id", "category");
ALTER TABLE "evidence_proposal" ADD CONSTRAINT "evidence_proposal_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "evidence_proposal" ADD CONSTRAINT "evidence_proposal_state_known" CHECK ("state" IN ('proposed', 'approved', 'rejected'));

-- How often a kind of verdict was agreed with is asked on every page of a deduction.
CREATE INDEX "deduction_because_decided_idx" ON "deduction" ("because") WHERE "decided_verdict" IS NOT NULL;
