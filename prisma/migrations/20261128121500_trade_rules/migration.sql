-- Rules of a retailer or of the trade as data: what holds from a day on, where it was read, and when it was checked. A later row takes the
-- place of an earlier one, so that a shipment is judged by the rule of its day. Without a customer or carrier it holds for everybody.
CREATE TABLE "trade_rule" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "customer_id" UUID,
    "carrier" TEXT,
    "value" INTEGER,
    "valid_from" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "checked_on" DATE,
    "set_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trade_rule_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "trade_rule_of_one_day" ON "trade_rule" ("kind", coalesce("customer_id"::text, ''), coalesce("carrier", ''), "valid_from");
CREATE INDEX "trade_rule_customer_id_kind_valid_from_idx" ON "trade_rule" ("customer_id", "kind", "valid_from");
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_kind_known" CHECK ("kind" IN ('on-time-threshold', 'in-full-threshold', 'on-time-grace', 'fine-rate',
  'freight-filing', 'freight-acknowledgement', 'freight-answer', 'freight-suit', 'concealed-notice'));
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_value_not_negative" CHECK ("value" IS NULL OR "value" >= 0);
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_has_its_source" CHECK ("source" <> '');
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_is_of_its_side" CHECK (CASE WHEN "kind" IN ('on-time-threshold', 'in-full-threshold', 'on-time-grace', 'fine-rate')
  THEN "customer_id" IS NOT NULL AND "carrier" IS NULL ELSE "customer_id" IS NULL END);

INSERT INTO "trade_rule" ("kind", "value", "valid_from", "source", "checked_on") VALUES
  ('freight-filing', 9, '2000-01-01', '49 USC 14706(e): a carrier may not set less than nine months; Uniform Straight Bill of Lading, section 3(b): nine months after delivery, or after a reasonable time for it', '2026-11-28'),
  ('freight-acknowledgement', 30, '2000-01-01', '49 CFR 370.5: acknowledged in writing within 30 days after receipt of the claim', '2026-11-28'),
  ('freight-answer', 120, '2000-01-01', '49 CFR 370.9: paid, declined or settled by a firm offer within 120 days after receipt of the claim', '2026-11-28'),
  ('freight-suit', 24, '2000-01-01', '49 USC 14706(e): not less than two years from the written notice that the claim is disallowed', '2026-11-28'),
  ('concealed-notice', 15, '2000-01-01', 'NMFC 300135 before 18 April 2015: notice within 15 days after delivery', '2026-11-28'),
  ('concealed-notice', 5, '2015-04-18', 'NMFC 300135-A, Supplement 1 to NMF 100-AO: notice and request for inspection within five business days after delivery', '2026-11-28');
