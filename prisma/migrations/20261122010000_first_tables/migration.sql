-- Time-ordered identifiers (UUID version 7 layout), so that new rows land at the end of every index.
CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- The form in which document numbers are compared; src/core/comparison-key.ts computes the same.
CREATE FUNCTION comparison_key(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(upper(raw COLLATE "C"), '[\s\u00a0\u3000!-/:-@\[-`{-~]', '', 'g'), '^0+(?=.)', '')
$$;


-- CreateTable
CREATE TABLE "price_condition" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "item_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "price_micros" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "created_on" DATE,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "price_condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "family" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "rate_ppm" INTEGER,
    "unit_limit_per_order_line" INTEGER,
    "claim_days_after_drop" INTEGER,
    "text" TEXT,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_item" (
    "agreement_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,

    CONSTRAINT "agreement_item_pkey" PRIMARY KEY ("agreement_id","item_id")
);

-- CreateTable
CREATE TABLE "reason_code" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "x12_code" TEXT,
    "edifact_code" TEXT,
    "text" TEXT,
    "category" TEXT,
    "source" TEXT,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "reason_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute_window" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "source" TEXT,
    "checked_on" DATE,
    "confidence" TEXT,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "dispute_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_requirement" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID,
    "category" TEXT NOT NULL,
    "freight_terms" TEXT,
    "evidence" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "source" TEXT,

    CONSTRAINT "evidence_requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portal_limit" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "portal_name" TEXT NOT NULL,
    "portal_url" TEXT,
    "files_max" INTEGER NOT NULL,
    "file_bytes_max" BIGINT NOT NULL,
    "file_types" TEXT[],
    "package_locale" TEXT NOT NULL DEFAULT 'en',
    "steps" TEXT[],
    "source" TEXT,

    CONSTRAINT "portal_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "freight_tariff" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "carrier" TEXT NOT NULL,
    "base_minor" BIGINT NOT NULL,
    "per_carton_minor" BIGINT NOT NULL,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "freight_tariff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "transaction_id" BIGINT NOT NULL,
    "operation_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "customer_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "chain_no" BIGINT,
    "hash" BYTEA,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chain_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "chain_no" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation" (
    "actor_key" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "result" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("actor_key","id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "queue" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "requested_by" UUID,
    "input" JSONB NOT NULL,
    "result" JSONB,
    "error" TEXT,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "message_id" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text_body" TEXT NOT NULL,
    "html_body" TEXT,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "subject_kind" TEXT,
    "subject_id" UUID,
    "customer_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "company_code" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "net_days" INTEGER NOT NULL,
    "discount_ppm" INTEGER NOT NULL DEFAULT 0,
    "discount_days" INTEGER NOT NULL DEFAULT 0,
    "freight_terms" TEXT NOT NULL DEFAULT 'prepaid',
    "fine_ppm" INTEGER NOT NULL DEFAULT 0,
    "payment_cycle_days" INTEGER NOT NULL DEFAULT 7,
    "edi_id" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "style" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_account" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "account_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "customer_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ship_to" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "account_key" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT,
    "region" TEXT,
    "postal_code" TEXT,
    "gln" TEXT,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "ship_to_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_assignment" (
    "user_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_assignment_pkey" PRIMARY KEY ("user_id","customer_id")
);

-- CreateTable
CREATE TABLE "portal_claim" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "claim_number" TEXT NOT NULL,
    "claim_key" TEXT NOT NULL,
    "claimed_on" DATE,
    "code" TEXT,
    "code_text" TEXT,
    "po_number" TEXT,
    "po_key" TEXT,
    "invoice_number" TEXT,
    "invoice_key" TEXT,
    "site" TEXT,
    "customer_item" TEXT,
    "upc" TEXT,
    "item_id" UUID,
    "quantity" BIGINT,
    "unit_micros" BIGINT,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "received_quantity" BIGINT,
    "reference" TEXT,
    "source" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "portal_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "delivery_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deduction" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "account_key" TEXT,
    "claim_number" TEXT,
    "claim_key" TEXT,
    "payment_number" TEXT,
    "payment_key" TEXT,
    "taken_on" DATE,
    "amount_minor" BIGINT NOT NULL,
    "open_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "category" TEXT NOT NULL DEFAULT 'unclear',
    "reason_code" TEXT,
    "code_text" TEXT,
    "invoice_number" TEXT,
    "invoice_key" TEXT,
    "po_number" TEXT,
    "po_key" TEXT,
    "delivery_key" TEXT,
    "item_id" UUID,
    "quantity" BIGINT,
    "unit_micros" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'new',
    "owner_id" UUID,
    "verdict" TEXT NOT NULL DEFAULT 'undecided',
    "recoverable_minor" BIGINT NOT NULL DEFAULT 0,
    "confidence_ppm" INTEGER,
    "because" TEXT,
    "missing" TEXT[],
    "liable" TEXT,
    "root_cause" TEXT,
    "next_action" TEXT,
    "deadline_on" DATE,
    "deadline_source" TEXT,
    "evidence_have" INTEGER NOT NULL DEFAULT 0,
    "evidence_need" INTEGER NOT NULL DEFAULT 0,
    "incident_id" UUID,
    "reversed_by_id" UUID,
    "duplicate_of_id" UUID,
    "decided_verdict" TEXT,
    "decision_reason" TEXT,
    "facts_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deduction_source" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "deduction_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "is_origin" BOOLEAN NOT NULL DEFAULT false,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "deduction_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "deduction_id" UUID NOT NULL,
    "judge" TEXT NOT NULL,
    "rule_set" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recoverable_minor" BIGINT NOT NULL,
    "confidence_ppm" INTEGER NOT NULL,
    "because" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "missing" TEXT[],
    "facts_hash" TEXT NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "deduction_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "resolved_on" DATE NOT NULL,
    "reference" TEXT,
    "reason" TEXT,
    "reverses_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" SERIAL NOT NULL,
    "deduction_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'preparing',
    "portal_reference" TEXT,
    "submitted_on" DATE,
    "answer_due_on" DATE,
    "answered_on" DATE,
    "outcome" TEXT,
    "won_minor" BIGINT NOT NULL DEFAULT 0,
    "lost_minor" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "package_exhibit" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "dispute_id" UUID NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "evidence" TEXT NOT NULL,
    "document_id" UUID,
    "record_kind" TEXT,
    "record_id" UUID,
    "is_included" BOOLEAN NOT NULL DEFAULT true,
    "title" TEXT NOT NULL,

    CONSTRAINT "package_exhibit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute_package" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "dispute_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "manifest" JSONB NOT NULL,
    "manifest_sha256" TEXT NOT NULL,
    "pdf_file_id" UUID NOT NULL,
    "zip_file_id" UUID NOT NULL,
    "page_count" INTEGER NOT NULL,
    "missing" TEXT[],
    "is_submitted" BOOLEAN NOT NULL DEFAULT false,
    "built_by" UUID,
    "built_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dispute_package_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "dispute_id" UUID NOT NULL,
    "package_id" UUID NOT NULL,
    "submitted_on" DATE NOT NULL,
    "portal_reference" TEXT,
    "proof_document_id" UUID,
    "submitted_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "customer_id" UUID,
    "number" TEXT,
    "issued_on" DATE,
    "page_count" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "lines" JSONB NOT NULL DEFAULT '[]',
    "batch_id" UUID,
    "uploaded_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tombstoned_at" TIMESTAMPTZ(3),
    "tombstone_reason" TEXT,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_link" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "document_id" UUID NOT NULL,
    "id_kind" TEXT NOT NULL,
    "id_key" TEXT NOT NULL,
    "id_text" TEXT NOT NULL,
    "page" INTEGER,
    "line" TEXT,

    CONSTRAINT "document_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" SERIAL NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "path" TEXT,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "encoding" TEXT,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "customer_id" UUID,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicate" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "blank" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "own_total" TEXT,
    "computed_total" TEXT,
    "currency" TEXT,
    "reason" TEXT,
    "inspection" JSONB,
    "uploaded_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "times_sent" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'staged',
    "reason" TEXT,
    "values" JSONB NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row_no")
);

-- CreateTable
CREATE TABLE "import_finding" (
    "id" BIGSERIAL NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "severity" TEXT NOT NULL DEFAULT 'warning',

    CONSTRAINT "import_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_version" (
    "id" BIGSERIAL NOT NULL,
    "table_name" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "batch_id" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "account_key" TEXT,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "invoiced_on" DATE,
    "currency" CHAR(3) NOT NULL,
    "po_number" TEXT,
    "po_key" TEXT,
    "delivery_key" TEXT,
    "sales_order_key" TEXT,
    "net_minor" BIGINT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "item_id" UUID,
    "material" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "price_micros" BIGINT NOT NULL,
    "allowance_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sent_invoice" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "invoiced_on" DATE,
    "currency" CHAR(3) NOT NULL,
    "po_number" TEXT,
    "po_key" TEXT,
    "net_days" INTEGER,
    "discount_ppm" INTEGER,
    "discount_days" INTEGER,
    "total_minor" BIGINT NOT NULL,
    "carrier" TEXT,
    "bol_key" TEXT,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "sent_invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sent_invoice_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "sent_invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "item_id" UUID,
    "upc" TEXT,
    "quantity" BIGINT NOT NULL,
    "unit" TEXT,
    "price_micros" BIGINT,
    "allowance_minor" BIGINT NOT NULL DEFAULT 0,
    "agreement_number" TEXT,
    "position" TEXT NOT NULL,

    CONSTRAINT "sent_invoice_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_item" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "account_key" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "posting_key" TEXT,
    "assignment" TEXT,
    "assignment_key" TEXT,
    "reference" TEXT,
    "reference_key" TEXT,
    "document_on" DATE,
    "posted_on" DATE,
    "due_on" DATE,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "clearing_key" TEXT,
    "cleared_on" DATE,
    "reason_code" TEXT,
    "text" TEXT,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "ledger_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "material" TEXT NOT NULL,
    "material_key" TEXT NOT NULL,
    "vendor_part" TEXT,
    "description" TEXT NOT NULL,
    "family" TEXT,
    "upc" TEXT,
    "gtin" TEXT,
    "inner_pack" INTEGER NOT NULL DEFAULT 1,
    "case_pack" INTEGER NOT NULL DEFAULT 1,
    "pallet_quantity" INTEGER,
    "weight_grams" INTEGER,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_item" (
    "customer_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "customer_item" TEXT NOT NULL,
    "customer_item_key" TEXT NOT NULL,
    "upc" TEXT,
    "batch_id" UUID,
    "position" TEXT,

    CONSTRAINT "customer_item_pkey" PRIMARY KEY ("customer_id","item_id")
);

-- CreateTable
CREATE TABLE "purchase_order" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "ordered_on" DATE,
    "currency" CHAR(3) NOT NULL,
    "ship_from" DATE,
    "ship_by" DATE,
    "freight_terms" TEXT,
    "net_days" INTEGER,
    "discount_ppm" INTEGER,
    "discount_days" INTEGER,
    "carrier" TEXT,
    "ship_to_number" TEXT,
    "stated_total_minor" BIGINT,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "purchase_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase_order_line" (
    "purchase_order_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "item_id" UUID,
    "customer_item" TEXT,
    "upc" TEXT,
    "vendor_part" TEXT,
    "quantity" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "price_micros" BIGINT,
    "pack" INTEGER,
    "position" TEXT NOT NULL,

    CONSTRAINT "purchase_order_line_pkey" PRIMARY KEY ("purchase_order_id","line")
);

-- CreateTable
CREATE TABLE "order_change" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "po_number" TEXT NOT NULL,
    "po_key" TEXT NOT NULL,
    "changed_on" DATE,
    "line" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "quantity_new" BIGINT,
    "quantity_delta" BIGINT,
    "price_micros_new" BIGINT,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "order_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_confirmation_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "po_number" TEXT NOT NULL,
    "po_key" TEXT NOT NULL,
    "confirmed_on" DATE,
    "line" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "quantity" BIGINT,
    "price_micros" BIGINT,
    "fingerprint" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "order_confirmation_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales_order_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "ordered_on" DATE,
    "po_number" TEXT,
    "po_key" TEXT,
    "sold_to_key" TEXT NOT NULL,
    "ship_to_key" TEXT,
    "item_id" UUID,
    "material" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "price_micros" BIGINT,
    "net_minor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "requested_on" DATE,
    "terms" TEXT,
    "status" TEXT,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "sales_order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_exception" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "purchase_order_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "expected" TEXT,
    "actual" TEXT,
    "at_stake_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "order_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "oidc_subject" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "team" TEXT,
    "is_disabled" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_role" (
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "user_role_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "difference" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "identity" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "po_number" TEXT,
    "po_key" TEXT,
    "sales_order_key" TEXT,
    "delivery_key" TEXT,
    "invoice_key" TEXT,
    "line" TEXT,
    "field" TEXT NOT NULL,
    "sap_value" TEXT,
    "other_value" TEXT,
    "other_source" TEXT,
    "item_id" UUID,
    "severity_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "owner_team" TEXT NOT NULL,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL DEFAULT 'open',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "difference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remittance" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "account_key" TEXT,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "paid_on" DATE,
    "currency" CHAR(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "computed_minor" BIGINT NOT NULL,
    "method" TEXT,
    "source" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "remittance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remittance_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "remittance_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT,
    "reference_key" TEXT,
    "po_number" TEXT,
    "po_key" TEXT,
    "gross_minor" BIGINT,
    "discount_minor" BIGINT NOT NULL DEFAULT 0,
    "paid_minor" BIGINT NOT NULL,
    "deducted_minor" BIGINT NOT NULL DEFAULT 0,
    "reason_code" TEXT,
    "own_code" TEXT,
    "claim_number" TEXT,
    "claim_key" TEXT,
    "applies_to" TEXT,
    "applies_to_key" TEXT,
    "is_netted" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT,
    "position" TEXT NOT NULL,

    CONSTRAINT "remittance_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_entry" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "reference" TEXT NOT NULL,
    "account" TEXT,
    "booked_on" DATE,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "text" TEXT,
    "payment_key" TEXT,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "bank_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "sales_order_key" TEXT,
    "po_number" TEXT,
    "po_key" TEXT,
    "ship_to_key" TEXT,
    "item_id" UUID,
    "material" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "unit" TEXT NOT NULL,
    "planned_issue_on" DATE,
    "issued_on" DATE,
    "issue_status" TEXT,
    "bol" TEXT,
    "bol_key" TEXT,
    "carrier" TEXT,
    "pro" TEXT,
    "pro_key" TEXT,
    "cartons" INTEGER,
    "plant" TEXT,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "delivery_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ship_notice" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "shipped_on" DATE,
    "expected_on" DATE,
    "carrier" TEXT,
    "bol" TEXT,
    "bol_key" TEXT,
    "pro" TEXT,
    "pro_key" TEXT,
    "cartons" INTEGER,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "ship_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ship_notice_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "ship_notice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "po_number" TEXT,
    "po_key" TEXT,
    "line" TEXT NOT NULL,
    "item_id" UUID,
    "upc" TEXT,
    "quantity" BIGINT NOT NULL,
    "unit" TEXT,
    "cartons" INTEGER,
    "position" TEXT NOT NULL,

    CONSTRAINT "ship_notice_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "received_on" DATE,
    "purpose" TEXT NOT NULL DEFAULT 'first',
    "po_number" TEXT,
    "po_key" TEXT,
    "bol" TEXT,
    "bol_key" TEXT,
    "location" TEXT,
    "source" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_line" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "receipt_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "item_id" UUID,
    "customer_item" TEXT,
    "upc" TEXT,
    "received" BIGINT NOT NULL,
    "damaged" BIGINT NOT NULL DEFAULT 0,
    "position" TEXT NOT NULL,

    CONSTRAINT "receipt_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_event" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "carrier" TEXT NOT NULL,
    "pro" TEXT,
    "pro_key" TEXT,
    "bol" TEXT,
    "bol_key" TEXT,
    "po_key" TEXT,
    "delivery_key" TEXT,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "happened_at" TIMESTAMPTZ(3),
    "cartons" INTEGER,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "carrier_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "freight_bill" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "carrier" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "pro" TEXT,
    "pro_key" TEXT,
    "bol_key" TEXT,
    "po_key" TEXT,
    "billed_on" DATE,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "freight_bill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_paper" (
    "document_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" UUID,
    "pro" TEXT,
    "pro_key" TEXT,
    "bol" TEXT,
    "bol_key" TEXT,
    "delivery_key" TEXT,
    "po_key" TEXT,
    "cartons_printed" INTEGER,
    "pieces_shipped" INTEGER,
    "pieces_received" INTEGER,
    "count_by" TEXT,
    "is_signed" BOOLEAN,
    "is_stamped" BOOLEAN,
    "exceptions" TEXT,
    "signed_on" DATE,
    "citations" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "delivery_paper_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "return_authorisation" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "authorised_on" DATE,
    "po_key" TEXT,
    "invoice_key" TEXT,
    "item_id" UUID,
    "line" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "price_micros" BIGINT,
    "fingerprint" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "return_authorisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_receipt" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "rga_number" TEXT NOT NULL,
    "rga_key" TEXT NOT NULL,
    "received_on" DATE,
    "item_id" UUID,
    "quantity" BIGINT NOT NULL,
    "condition" TEXT,
    "plant" TEXT,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "return_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_report" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "customer_id" UUID NOT NULL,
    "location" TEXT,
    "item_id" UUID,
    "reported_on" DATE,
    "quantity" BIGINT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "stock_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "customer_id" UUID,
    "team" TEXT NOT NULL,
    "owner_id" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "due_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reminded_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "customer_id" UUID,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "price_condition_customer_id_account_key_item_id_valid_from_key" ON "price_condition"("customer_id", "account_key", "item_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_number_key" ON "agreement"("number");

-- CreateIndex
CREATE INDEX "agreement_customer_id_number_key_idx" ON "agreement"("customer_id", "number_key");

-- CreateIndex
CREATE UNIQUE INDEX "reason_code_customer_id_code_key_key" ON "reason_code"("customer_id", "code_key");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_window_customer_id_category_days_anchor_key" ON "dispute_window"("customer_id", "category", "days", "anchor");

-- CreateIndex
CREATE UNIQUE INDEX "portal_limit_customer_id_key" ON "portal_limit"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "freight_tariff_carrier_key" ON "freight_tariff"("carrier");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_chain_no_key" ON "audit_entry"("chain_no");

-- CreateIndex
CREATE INDEX "audit_entry_table_name_row_id_id_idx" ON "audit_entry"("table_name", "row_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_customer_id_id_idx" ON "audit_entry"("customer_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_transaction_id_idx" ON "audit_entry"("transaction_id");

-- CreateIndex
CREATE INDEX "job_run_requested_by_created_at_idx" ON "job_run"("requested_by", "created_at");

-- CreateIndex
CREATE INDEX "job_run_state_created_at_idx" ON "job_run"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_message_id_key" ON "mail_message"("message_id");

-- CreateIndex
CREATE INDEX "mail_message_state_created_at_idx" ON "mail_message"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "customer_code_key" ON "customer"("code");

-- CreateIndex
CREATE UNIQUE INDEX "customer_edi_id_key" ON "customer"("edi_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_account_account_key_key" ON "customer_account"("account_key");

-- CreateIndex
CREATE INDEX "customer_account_customer_id_idx" ON "customer_account"("customer_id");

-- CreateIndex
CREATE INDEX "ship_to_account_key_idx" ON "ship_to"("account_key");

-- CreateIndex
CREATE UNIQUE INDEX "ship_to_customer_id_number_key" ON "ship_to"("customer_id", "number");

-- CreateIndex
CREATE INDEX "customer_assignment_customer_id_idx" ON "customer_assignment"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "portal_claim_customer_id_claim_key_fingerprint_occurrence_key" ON "portal_claim"("customer_id", "claim_key", "fingerprint", "occurrence");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE UNIQUE INDEX "incident_customer_id_delivery_key_key" ON "incident"("customer_id", "delivery_key");

-- CreateIndex
CREATE UNIQUE INDEX "deduction_number_key" ON "deduction"("number");

-- CreateIndex
CREATE INDEX "deduction_customer_id_claim_key_idx" ON "deduction"("customer_id", "claim_key");

-- CreateIndex
CREATE INDEX "deduction_customer_id_invoice_key_idx" ON "deduction"("customer_id", "invoice_key");

-- CreateIndex
CREATE INDEX "deduction_customer_id_deadline_on_idx" ON "deduction"("customer_id", "deadline_on");

-- CreateIndex
CREATE INDEX "deduction_state_deadline_on_idx" ON "deduction"("state", "deadline_on");

-- CreateIndex
CREATE INDEX "deduction_owner_id_state_deadline_on_idx" ON "deduction"("owner_id", "state", "deadline_on");

-- CreateIndex
CREATE INDEX "deduction_incident_id_idx" ON "deduction"("incident_id");

-- CreateIndex
CREATE INDEX "deduction_source_deduction_id_idx" ON "deduction_source"("deduction_id");

-- CreateIndex
CREATE UNIQUE INDEX "deduction_source_kind_source_id_key" ON "deduction_source"("kind", "source_id");

-- CreateIndex
CREATE INDEX "verdict_deduction_id_judged_at_idx" ON "verdict"("deduction_id", "judged_at");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_reverses_id_key" ON "resolution"("reverses_id");

-- CreateIndex
CREATE INDEX "resolution_deduction_id_idx" ON "resolution"("deduction_id");

-- CreateIndex
CREATE INDEX "resolution_customer_id_resolved_on_idx" ON "resolution"("customer_id", "resolved_on");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_number_key" ON "dispute"("number");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_deduction_id_key" ON "dispute"("deduction_id");

-- CreateIndex
CREATE INDEX "dispute_customer_id_state_idx" ON "dispute"("customer_id", "state");

-- CreateIndex
CREATE INDEX "package_exhibit_dispute_id_sort_order_idx" ON "package_exhibit"("dispute_id", "sort_order");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_package_dispute_id_version_key" ON "dispute_package"("dispute_id", "version");

-- CreateIndex
CREATE INDEX "submission_dispute_id_idx" ON "submission"("dispute_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_sha256_key" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "document_customer_id_created_at_idx" ON "document"("customer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "document_file_id_kind_file_name_key" ON "document"("file_id", "kind", "file_name");

-- CreateIndex
CREATE INDEX "document_link_id_kind_id_key_idx" ON "document_link"("id_kind", "id_key");

-- CreateIndex
CREATE UNIQUE INDEX "document_link_document_id_id_kind_id_key_key" ON "document_link"("document_id", "id_kind", "id_key");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_number_key" ON "import_batch"("number");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_sha256_key" ON "import_batch"("sha256");

-- CreateIndex
CREATE INDEX "import_batch_state_created_at_idx" ON "import_batch"("state", "created_at");

-- CreateIndex
CREATE INDEX "import_batch_customer_id_created_at_idx" ON "import_batch"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "import_finding_batch_id_idx" ON "import_finding"("batch_id");

-- CreateIndex
CREATE INDEX "record_version_table_name_record_id_idx" ON "record_version"("table_name", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_key_key" ON "invoice"("number_key");

-- CreateIndex
CREATE INDEX "invoice_customer_id_po_key_idx" ON "invoice"("customer_id", "po_key");

-- CreateIndex
CREATE INDEX "invoice_delivery_key_idx" ON "invoice"("delivery_key");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_line_invoice_id_line_key" ON "invoice_line"("invoice_id", "line");

-- CreateIndex
CREATE UNIQUE INDEX "sent_invoice_customer_id_number_key_key" ON "sent_invoice"("customer_id", "number_key");

-- CreateIndex
CREATE UNIQUE INDEX "sent_invoice_line_sent_invoice_id_line_key" ON "sent_invoice_line"("sent_invoice_id", "line");

-- CreateIndex
CREATE INDEX "ledger_item_customer_id_reference_key_idx" ON "ledger_item"("customer_id", "reference_key");

-- CreateIndex
CREATE INDEX "ledger_item_customer_id_assignment_key_idx" ON "ledger_item"("customer_id", "assignment_key");

-- CreateIndex
CREATE INDEX "ledger_item_clearing_key_idx" ON "ledger_item"("clearing_key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_item_account_key_document_key_fingerprint_occurrence_key" ON "ledger_item"("account_key", "document_key", "fingerprint", "occurrence");

-- CreateIndex
CREATE UNIQUE INDEX "item_material_key_key" ON "item"("material_key");

-- CreateIndex
CREATE INDEX "item_upc_idx" ON "item"("upc");

-- CreateIndex
CREATE INDEX "item_vendor_part_idx" ON "item"("vendor_part");

-- CreateIndex
CREATE INDEX "customer_item_customer_id_customer_item_key_idx" ON "customer_item"("customer_id", "customer_item_key");

-- CreateIndex
CREATE INDEX "purchase_order_ordered_on_idx" ON "purchase_order"("ordered_on");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_order_customer_id_number_key_key" ON "purchase_order"("customer_id", "number_key");

-- CreateIndex
CREATE UNIQUE INDEX "order_change_customer_id_po_key_fingerprint_occurrence_key" ON "order_change"("customer_id", "po_key", "fingerprint", "occurrence");

-- CreateIndex
CREATE UNIQUE INDEX "order_confirmation_line_customer_id_po_key_line_key" ON "order_confirmation_line"("customer_id", "po_key", "line");

-- CreateIndex
CREATE INDEX "sales_order_line_customer_id_po_key_idx" ON "sales_order_line"("customer_id", "po_key");

-- CreateIndex
CREATE UNIQUE INDEX "sales_order_line_number_key_line_key" ON "sales_order_line"("number_key", "line");

-- CreateIndex
CREATE INDEX "order_exception_customer_id_state_idx" ON "order_exception"("customer_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "order_exception_purchase_order_id_line_kind_field_key" ON "order_exception"("purchase_order_id", "line", "kind", "field");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_oidc_subject_key" ON "app_user"("oidc_subject");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "difference_identity_key" ON "difference"("identity");

-- CreateIndex
CREATE INDEX "difference_customer_id_state_kind_idx" ON "difference"("customer_id", "state", "kind");

-- CreateIndex
CREATE INDEX "difference_customer_id_po_key_idx" ON "difference"("customer_id", "po_key");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_customer_id_account_key_number_key_key" ON "remittance"("customer_id", "account_key", "number_key");

-- CreateIndex
CREATE INDEX "remittance_line_customer_id_reference_key_idx" ON "remittance_line"("customer_id", "reference_key");

-- CreateIndex
CREATE INDEX "remittance_line_customer_id_claim_key_idx" ON "remittance_line"("customer_id", "claim_key");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_line_remittance_id_line_no_key" ON "remittance_line"("remittance_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "bank_entry_reference_fingerprint_occurrence_key" ON "bank_entry"("reference", "fingerprint", "occurrence");

-- CreateIndex
CREATE INDEX "delivery_line_customer_id_po_key_idx" ON "delivery_line"("customer_id", "po_key");

-- CreateIndex
CREATE INDEX "delivery_line_bol_key_idx" ON "delivery_line"("bol_key");

-- CreateIndex
CREATE INDEX "delivery_line_pro_key_idx" ON "delivery_line"("pro_key");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_line_number_key_line_key" ON "delivery_line"("number_key", "line");

-- CreateIndex
CREATE UNIQUE INDEX "ship_notice_customer_id_number_key_key" ON "ship_notice"("customer_id", "number_key");

-- CreateIndex
CREATE INDEX "ship_notice_line_ship_notice_id_idx" ON "ship_notice_line"("ship_notice_id");

-- CreateIndex
CREATE INDEX "ship_notice_line_customer_id_po_key_idx" ON "ship_notice_line"("customer_id", "po_key");

-- CreateIndex
CREATE INDEX "receipt_customer_id_po_key_idx" ON "receipt"("customer_id", "po_key");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_customer_id_number_key_po_key_key" ON "receipt"("customer_id", "number_key", "po_key");

-- CreateIndex
CREATE INDEX "receipt_line_receipt_id_idx" ON "receipt_line"("receipt_id");

-- CreateIndex
CREATE INDEX "carrier_event_pro_key_idx" ON "carrier_event"("pro_key");

-- CreateIndex
CREATE INDEX "carrier_event_bol_key_idx" ON "carrier_event"("bol_key");

-- CreateIndex
CREATE INDEX "carrier_event_delivery_key_idx" ON "carrier_event"("delivery_key");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_event_carrier_fingerprint_occurrence_key" ON "carrier_event"("carrier", "fingerprint", "occurrence");

-- CreateIndex
CREATE INDEX "freight_bill_pro_key_idx" ON "freight_bill"("pro_key");

-- CreateIndex
CREATE UNIQUE INDEX "freight_bill_carrier_number_key_key" ON "freight_bill"("carrier", "number_key");

-- CreateIndex
CREATE INDEX "delivery_paper_pro_key_idx" ON "delivery_paper"("pro_key");

-- CreateIndex
CREATE INDEX "delivery_paper_bol_key_idx" ON "delivery_paper"("bol_key");

-- CreateIndex
CREATE INDEX "delivery_paper_delivery_key_idx" ON "delivery_paper"("delivery_key");

-- CreateIndex
CREATE UNIQUE INDEX "return_authorisation_customer_id_number_key_line_key" ON "return_authorisation"("customer_id", "number_key", "line");

-- CreateIndex
CREATE UNIQUE INDEX "return_receipt_customer_id_rga_key_fingerprint_occurrence_key" ON "return_receipt"("customer_id", "rga_key", "fingerprint", "occurrence");

-- CreateIndex
CREATE INDEX "stock_report_customer_id_item_id_reported_on_idx" ON "stock_report"("customer_id", "item_id", "reported_on");

-- CreateIndex
CREATE UNIQUE INDEX "stock_report_customer_id_fingerprint_occurrence_key" ON "stock_report"("customer_id", "fingerprint", "occurrence");

-- CreateIndex
CREATE UNIQUE INDEX "task_number_key" ON "task"("number");

-- CreateIndex
CREATE INDEX "task_team_state_due_at_idx" ON "task"("team", "state", "due_at");

-- CreateIndex
CREATE INDEX "task_subject_kind_subject_id_idx" ON "task"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "task_owner_id_state_idx" ON "task"("owner_id", "state");

-- CreateIndex
CREATE INDEX "comment_subject_kind_subject_id_created_at_idx" ON "comment"("subject_kind", "subject_id", "created_at");

-- AddForeignKey
ALTER TABLE "deduction_source" ADD CONSTRAINT "deduction_source_deduction_id_fkey" FOREIGN KEY ("deduction_id") REFERENCES "deduction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_deduction_id_fkey" FOREIGN KEY ("deduction_id") REFERENCES "deduction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package_exhibit" ADD CONSTRAINT "package_exhibit_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute_package" ADD CONSTRAINT "dispute_package_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_link" ADD CONSTRAINT "document_link_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_finding" ADD CONSTRAINT "import_finding_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sent_invoice_line" ADD CONSTRAINT "sent_invoice_line_sent_invoice_id_fkey" FOREIGN KEY ("sent_invoice_id") REFERENCES "sent_invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_purchase_order_id_fkey" FOREIGN KEY ("purchase_order_id") REFERENCES "purchase_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_line" ADD CONSTRAINT "remittance_line_remittance_id_fkey" FOREIGN KEY ("remittance_id") REFERENCES "remittance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ship_notice_line" ADD CONSTRAINT "ship_notice_line_ship_notice_id_fkey" FOREIGN KEY ("ship_notice_id") REFERENCES "ship_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


