-- What the schema language cannot say: references, states, and the rules of money.

-- References to customers and items.
ALTER TABLE "price_condition" ADD CONSTRAINT "price_condition_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "price_condition" ADD CONSTRAINT "price_condition_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "agreement_item" ADD CONSTRAINT "agreement_item_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "reason_code" ADD CONSTRAINT "reason_code_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "dispute_window" ADD CONSTRAINT "dispute_window_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "evidence_requirement" ADD CONSTRAINT "evidence_requirement_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "portal_limit" ADD CONSTRAINT "portal_limit_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "mail_message" ADD CONSTRAINT "mail_message_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "customer_account" ADD CONSTRAINT "customer_account_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "ship_to" ADD CONSTRAINT "ship_to_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "customer_assignment" ADD CONSTRAINT "customer_assignment_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "portal_claim" ADD CONSTRAINT "portal_claim_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "portal_claim" ADD CONSTRAINT "portal_claim_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "incident" ADD CONSTRAINT "incident_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "dispute_package" ADD CONSTRAINT "dispute_package_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "document" ADD CONSTRAINT "document_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "sent_invoice" ADD CONSTRAINT "sent_invoice_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "sent_invoice_line" ADD CONSTRAINT "sent_invoice_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "sent_invoice_line" ADD CONSTRAINT "sent_invoice_line_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "ledger_item" ADD CONSTRAINT "ledger_item_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "customer_item" ADD CONSTRAINT "customer_item_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "customer_item" ADD CONSTRAINT "customer_item_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_change" ADD CONSTRAINT "order_change_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_confirmation_line" ADD CONSTRAINT "order_confirmation_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "sales_order_line" ADD CONSTRAINT "sales_order_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "sales_order_line" ADD CONSTRAINT "sales_order_line_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_exception" ADD CONSTRAINT "order_exception_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "difference" ADD CONSTRAINT "difference_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "difference" ADD CONSTRAINT "difference_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "remittance" ADD CONSTRAINT "remittance_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "remittance_line" ADD CONSTRAINT "remittance_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "ship_notice" ADD CONSTRAINT "ship_notice_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "ship_notice_line" ADD CONSTRAINT "ship_notice_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "ship_notice_line" ADD CONSTRAINT "ship_notice_line_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "delivery_paper" ADD CONSTRAINT "delivery_paper_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "return_authorisation" ADD CONSTRAINT "return_authorisation_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "return_authorisation" ADD CONSTRAINT "return_authorisation_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "return_receipt" ADD CONSTRAINT "return_receipt_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "return_receipt" ADD CONSTRAINT "return_receipt_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "stock_report" ADD CONSTRAINT "stock_report_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "stock_report" ADD CONSTRAINT "stock_report_item_fkey" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT;
ALTER TABLE "task" ADD CONSTRAINT "task_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;

-- Currencies.
ALTER TABLE "price_condition" ADD CONSTRAINT "price_condition_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "customer" ADD CONSTRAINT "customer_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "portal_claim" ADD CONSTRAINT "portal_claim_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "sent_invoice" ADD CONSTRAINT "sent_invoice_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "ledger_item" ADD CONSTRAINT "ledger_item_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "sales_order_line" ADD CONSTRAINT "sales_order_line_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "order_exception" ADD CONSTRAINT "order_exception_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "difference" ADD CONSTRAINT "difference_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "remittance" ADD CONSTRAINT "remittance_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "bank_entry" ADD CONSTRAINT "bank_entry_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "freight_bill" ADD CONSTRAINT "freight_bill_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');

-- References between areas.
ALTER TABLE "customer_assignment" ADD CONSTRAINT "customer_assignment_user_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "agreement_item" ADD CONSTRAINT "agreement_item_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE RESTRICT;
ALTER TABLE "delivery_paper" ADD CONSTRAINT "delivery_paper_document_fkey" FOREIGN KEY ("document_id") REFERENCES "document" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_exception" ADD CONSTRAINT "order_exception_order_fkey" FOREIGN KEY ("purchase_order_id") REFERENCES "purchase_order" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_incident_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident" ("id") ON DELETE RESTRICT;
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_deduction_fkey" FOREIGN KEY ("deduction_id") REFERENCES "deduction" ("id") ON DELETE RESTRICT;
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_reverses_fkey" FOREIGN KEY ("reverses_id") REFERENCES "resolution" ("id") ON DELETE RESTRICT;
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_deduction_fkey" FOREIGN KEY ("deduction_id") REFERENCES "deduction" ("id") ON DELETE RESTRICT;
ALTER TABLE "package_exhibit" ADD CONSTRAINT "package_exhibit_document_fkey" FOREIGN KEY ("document_id") REFERENCES "document" ("id") ON DELETE RESTRICT;
ALTER TABLE "dispute_package" ADD CONSTRAINT "dispute_package_pdf_fkey" FOREIGN KEY ("pdf_file_id") REFERENCES "stored_file" ("id") ON DELETE RESTRICT;
ALTER TABLE "dispute_package" ADD CONSTRAINT "dispute_package_zip_fkey" FOREIGN KEY ("zip_file_id") REFERENCES "stored_file" ("id") ON DELETE RESTRICT;
ALTER TABLE "submission" ADD CONSTRAINT "submission_package_fkey" FOREIGN KEY ("package_id") REFERENCES "dispute_package" ("id") ON DELETE RESTRICT;
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_file_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file" ("id") ON DELETE RESTRICT;

-- States: only the listed ones exist. The same lists stand as unions in the areas' rules; a tidy test compares them.
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_theme_known" CHECK ("theme" IN ('system', 'light', 'dark'));
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_locale_known" CHECK ("locale" IN ('en', 'zh-CN'));
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_known" CHECK ("role" IN ('specialist', 'account-manager', 'manager', 'finance', 'cash', 'credit', 'logistics', 'warehouse', 'order-management', 'admin'));
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_state_known" CHECK ("state" IN ('new', 'collecting', 'ready', 'submitted', 'closed'));
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_verdict_known" CHECK ("verdict" IN ('valid', 'invalid', 'partly', 'duplicate', 'undecided'));
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_category_known" CHECK ("category" IN ('shortage', 'substitution', 'damage', 'price', 'allowance', 'promotion', 'price-protection', 'returns', 'compliance', 'freight', 'cash-discount', 'duplicate', 'tax', 'post-audit', 'unclear'));
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_kind_known" CHECK ("kind" IN ('valid', 'invalid', 'partly', 'duplicate', 'undecided'));
ALTER TABLE "deduction_source" ADD CONSTRAINT "deduction_source_kind_known" CHECK ("kind" IN ('remittance', 'portal-claim', 'ledger', 'manual'));
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_kind_known" CHECK ("kind" IN ('repaid', 'credited', 'accepted', 'written-off', 'reversed', 'expired'));
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_state_known" CHECK ("state" IN ('preparing', 'ready', 'submitted', 'answered', 'closed'));
ALTER TABLE "difference" ADD CONSTRAINT "difference_state_known" CHECK ("state" IN ('open', 'asked', 'accepted', 'resolved'));
ALTER TABLE "order_exception" ADD CONSTRAINT "order_exception_state_known" CHECK ("state" IN ('open', 'held', 'released', 'rejected', 'corrected', 'resolved'));
ALTER TABLE "task" ADD CONSTRAINT "task_state_known" CHECK ("state" IN ('open', 'answered', 'closed', 'cancelled'));
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_state_known" CHECK ("state" IN ('received', 'parsing', 'staged', 'committing', 'done', 'waiting', 'refused', 'failed'));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_status_known" CHECK ("status" IN ('staged', 'accepted', 'duplicate', 'rejected'));

-- A finished batch accounts for every row it read.
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_rows_add_up" CHECK ("state" <> 'done' OR "rows_read" = "accepted" + "duplicate" + "rejected" + "blank");

-- Money of a deduction: what is open is what was taken less what was resolved; closed means nothing is open.
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_amount_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_open_within_amount" CHECK ("open_minor" BETWEEN 0 AND "amount_minor");
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_recoverable_within_amount" CHECK ("recoverable_minor" BETWEEN 0 AND "amount_minor");
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_closed_means_nothing_open" CHECK (("state" = 'closed') = ("open_minor" = 0));
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_confidence_is_a_share" CHECK ("confidence_ppm" BETWEEN 0 AND 1000000);
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_amount_signed_by_kind" CHECK (("reverses_id" IS NULL AND "amount_minor" > 0) OR ("reverses_id" IS NOT NULL AND "amount_minor" < 0));
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_outcome_within_amount" CHECK ("won_minor" >= 0 AND "lost_minor" >= 0 AND "won_minor" + "lost_minor" <= "amount_minor");
ALTER TABLE "price_condition" ADD CONSTRAINT "price_condition_dates_in_order" CHECK ("valid_from" <= "valid_to");

-- Exactly one source is the origin of a deduction.
CREATE UNIQUE INDEX "deduction_source_one_origin" ON "deduction_source" ("deduction_id") WHERE "is_origin";

-- Work lists read open deductions by deadline.
CREATE INDEX "deduction_open_by_deadline" ON "deduction" ("deadline_on", "id") WHERE "open_minor" > 0;
CREATE INDEX "deduction_open_by_amount" ON "deduction" ("amount_minor" DESC, "id") WHERE "open_minor" > 0;
