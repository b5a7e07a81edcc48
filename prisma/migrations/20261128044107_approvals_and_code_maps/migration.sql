-- Requests that need a second person; what is asked for is bound to its hash.
CREATE TABLE "approval_request" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "customer_id" UUID,
    "label" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "approval_request_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "approval_request_one_open" ON "approval_request" ("kind", "subject_id") WHERE "state" = 'open';
CREATE INDEX "approval_request_subject_id_idx" ON "approval_request" ("subject_id");
CREATE INDEX "approval_request_state_requested_at_idx" ON "approval_request" ("state", "requested_at");
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_state_known" CHECK ("state" IN ('open', 'approved', 'rejected', 'voided'));
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_second_person" CHECK ("decided_by" IS DISTINCT FROM "requested_by");
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_decided_by_somebody" CHECK (("state" IN ('approved', 'rejected')) = ("decided_by" IS NOT NULL));
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_ended_has_its_moment" CHECK (("state" = 'open') = ("decided_at" IS NULL));
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_rejected_says_why" CHECK ("state" <> 'rejected' OR "reason" IS NOT NULL);
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_hash_is_of_content" CHECK ("content_hash" = encode(sha256(convert_to("content"::text, 'UTF8')), 'hex'));

-- What a customer's reason code means to us, from one day to another.
CREATE TABLE "code_map" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "internal_reason" TEXT NOT NULL,
    "sap_reason" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "replaced_from" DATE,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "code_map_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "code_map_customer_id_code_key_idx" ON "code_map" ("customer_id", "code_key");
CREATE UNIQUE INDEX "code_map_one_proposal" ON "code_map" ("customer_id", "code_key") WHERE "state" = 'proposed';
ALTER TABLE "code_map" ADD CONSTRAINT "code_map_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "code_map" ADD CONSTRAINT "code_map_state_known" CHECK ("state" IN ('proposed', 'approved', 'rejected'));
ALTER TABLE "code_map" ADD CONSTRAINT "code_map_category_known" CHECK ("category" IN ('shortage', 'substitution', 'damage', 'price', 'allowance', 'promotion', 'price-protection', 'returns', 'compliance', 'freight', 'cash-discount', 'duplicate', 'tax', 'post-audit'));
ALTER TABLE "code_map" ADD CONSTRAINT "code_map_key_is_of_code" CHECK ("code_key" = comparison_key("code"));
ALTER TABLE "code_map" ADD CONSTRAINT "code_map_dates_in_order" CHECK ("valid_from" <= "valid_to" AND "valid_from" < "replaced_from");

-- The code of a deduction in the form in which codes are compared, and the map that gave its category.
ALTER TABLE "deduction" ADD COLUMN "code_key" TEXT GENERATED ALWAYS AS (comparison_key("reason_code")) STORED;
ALTER TABLE "deduction" ADD COLUMN "code_map_id" UUID;
CREATE INDEX "deduction_customer_id_code_key_idx" ON "deduction" ("customer_id", "code_key");
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_code_map_fkey" FOREIGN KEY ("code_map_id") REFERENCES "code_map" ("id") ON DELETE RESTRICT;
