-- What proves a step of a claim on a carrier: the receipt of the filing, the notice of damage, each answer of the carrier.
CREATE TABLE "freight_proof" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "claim_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "added_by" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "freight_proof_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "freight_proof_claim_id_document_id_step_key" ON "freight_proof" ("claim_id", "document_id", "step");
CREATE INDEX "freight_proof_document_id_idx" ON "freight_proof" ("document_id");
ALTER TABLE "freight_proof" ADD CONSTRAINT "freight_proof_claim_fkey" FOREIGN KEY ("claim_id") REFERENCES "freight_claim" ("id") ON DELETE RESTRICT;
ALTER TABLE "freight_proof" ADD CONSTRAINT "freight_proof_document_fkey" FOREIGN KEY ("document_id") REFERENCES "document" ("id") ON DELETE RESTRICT;
ALTER TABLE "freight_proof" ADD CONSTRAINT "freight_proof_step_known" CHECK ("step" IN ('notice', 'filing', 'acknowledged', 'offered', 'paid', 'declined'));

-- A picture of the receipt proves a filing as well as the carrier's number does; the check of the records looks for either.
ALTER TABLE "freight_claim" DROP CONSTRAINT "freight_claim_filed_has_its_proof";
ALTER TABLE "freight_claim" ADD CONSTRAINT "freight_claim_filed_has_its_day" CHECK ("state" IN ('open', 'withdrawn') OR "filed_on" IS NOT NULL);
