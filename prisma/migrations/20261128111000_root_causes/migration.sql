-- Our own tree of root causes, apart from the customer's reasons. A row without a parent is a branch, any other a leaf.
CREATE TABLE "root_cause" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "key" TEXT NOT NULL,
    "parent_key" TEXT,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "root_cause_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "root_cause_key_key" ON "root_cause" ("key");
CREATE INDEX "root_cause_parent_key_idx" ON "root_cause" ("parent_key");
ALTER TABLE "root_cause" ADD CONSTRAINT "root_cause_parent_fkey" FOREIGN KEY ("parent_key") REFERENCES "root_cause" ("key") ON DELETE RESTRICT;
ALTER TABLE "root_cause" ADD CONSTRAINT "root_cause_key_is_a_word" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND "key" <> 'none');
ALTER TABLE "root_cause" ADD CONSTRAINT "root_cause_has_names" CHECK ("name_en" <> '' AND "name_zh" <> '');

-- What a leaf means from a day on: the step that fails, the team that can stop it, whether it can be prevented. A later row
-- takes the place of an earlier one, so that old deductions keep the team that was responsible then.
CREATE TABLE "cause_term" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "cause_key" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "process_step" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "cause_term_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "cause_term_cause_key_valid_from_key" ON "cause_term" ("cause_key", "valid_from");
ALTER TABLE "cause_term" ADD CONSTRAINT "cause_term_cause_fkey" FOREIGN KEY ("cause_key") REFERENCES "root_cause" ("key") ON DELETE RESTRICT;
ALTER TABLE "cause_term" ADD CONSTRAINT "cause_term_step_known" CHECK ("process_step" IN ('item-setup', 'price-setup', 'customer-setup', 'agreement',
  'order-entry', 'routing', 'picking', 'packing', 'goods-issue', 'ship-notice', 'transport', 'freight', 'billing', 'returns', 'payment', 'claims', 'at-customer'));
ALTER TABLE "cause_term" ADD CONSTRAINT "cause_term_team_known" CHECK ("team" IN ('deductions', 'logistics', 'warehouse', 'order-management', 'finance',
  'cash', 'credit', 'sales', 'item-master'));
ALTER TABLE "cause_term" ADD CONSTRAINT "cause_term_nature_known" CHECK ("nature" IN ('preventable', 'contractual', 'customer'));

-- What a person named; until then the cause that the evidence shows counts ("root_cause" of the deduction).
ALTER TABLE "deduction" ADD COLUMN "cause_key" TEXT;
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_cause_fkey" FOREIGN KEY ("cause_key") REFERENCES "root_cause" ("key") ON DELETE RESTRICT;
CREATE INDEX "deduction_cause_idx" ON "deduction" ((coalesce("cause_key", "root_cause")));

-- What finance is asked to post in the ledger for an amount that was accepted or given up: a credit memo or a write-off.
-- Declined, the amount is open again by a reversal; cancelled when it was taken back before it was posted.
CREATE TABLE "ledger_request" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" SERIAL NOT NULL,
    "resolution_id" UUID NOT NULL,
    "deduction_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "document_number" TEXT,
    "posted_on" DATE,
    "reason" TEXT,
    "decided_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_request_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ledger_request_number_key" ON "ledger_request" ("number");
CREATE UNIQUE INDEX "ledger_request_resolution_id_key" ON "ledger_request" ("resolution_id");
CREATE INDEX "ledger_request_deduction_id_idx" ON "ledger_request" ("deduction_id");
CREATE INDEX "ledger_request_state_created_at_idx" ON "ledger_request" ("state", "created_at");
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_resolution_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution" ("id") ON DELETE RESTRICT;
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_deduction_fkey" FOREIGN KEY ("deduction_id") REFERENCES "deduction" ("id") ON DELETE RESTRICT;
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_kind_known" CHECK ("kind" IN ('credit-memo', 'write-off'));
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_state_known" CHECK ("state" IN ('requested', 'posted', 'declined', 'cancelled'));
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_amount_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_posted_has_its_document" CHECK (("state" = 'posted') = ("document_number" IS NOT NULL AND "posted_on" IS NOT NULL));
ALTER TABLE "ledger_request" ADD CONSTRAINT "ledger_request_declined_has_its_reason" CHECK ("state" <> 'declined' OR "reason" IS NOT NULL);

INSERT INTO "root_cause" ("key", "parent_key", "name_en", "name_zh") VALUES
  ('master-data', NULL, 'master data', '主数据'),
  ('price', NULL, 'price', '价格'),
  ('order', NULL, 'order entry', '订单处理'),
  ('warehouse', NULL, 'warehouse', '仓库'),
  ('transport', NULL, 'transport', '运输'),
  ('billing', NULL, 'billing', '开票'),
  ('programme', NULL, 'agreements and programmes', '协议与促销方案'),
  ('returns', NULL, 'returns', '退货'),
  ('payment', NULL, 'payment', '付款'),
  ('customer', NULL, 'error of the customer', '客户差错'),
  ('policy', NULL, 'our own policy', '公司政策'),
  ('case-counted-as-each', 'master-data', 'case counted as each', '箱当件计'),
  ('inner-pack-miscount', 'master-data', 'inner pack miscounted', '内包装误点'),
  ('weight-overstated', 'transport', 'weight overstated', '重量多报'),
  ('customer-old-price-file', 'price', 'customer used an old price', '客户用旧价'),
  ('allowance-overlooked', 'customer', 'allowance overlooked', '漏看折让'),
  ('agreed-programme', 'programme', 'agreed programme', '约定方案'),
  ('agreed-price-drop', 'programme', 'agreed price drop', '约定降价'),
  ('no-agreement', 'customer', 'no agreement', '无协议'),
  ('outside-dates', 'customer', 'outside the dates', '期外'),
  ('article-not-in-scope', 'customer', 'article not in scope', '物料不适用'),
  ('rate-too-high', 'customer', 'rate too high', '比例过高'),
  ('already-on-invoice', 'customer', 'already on the invoice', '发票已扣'),
  ('claimed-too-late', 'customer', 'claimed too late', '索赔过期'),
  ('wrong-price-billed', 'price', 'wrong price billed', '开价错误'),
  ('wrong-price-and-old-file', 'price', 'wrong price and old file', '错价兼旧价'),
  ('change-not-booked', 'price', 'price change not booked', '价格变更未入账'),
  ('booked-on-other-po', 'customer', 'booked on another order', '记错订单'),
  ('routed-as-ordered', 'customer', 'routed as ordered', '按指定发运'),
  ('wrong-carrier', 'order', 'wrong carrier', '承运人不符'),
  ('pick-error', 'warehouse', 'pick error', '拣货错误'),
  ('pick-error-overclaimed', 'warehouse', 'pick error, claimed too much', '拣货错误且多索'),
  ('pack-error', 'warehouse', 'pack error', '装箱错误'),
  ('asn-late', 'warehouse', 'ship notice late', '发货通知迟'),
  ('shipped-late', 'warehouse', 'shipped late', '发货迟'),
  ('carrier-damage', 'transport', 'damaged by the carrier', '承运破损'),
  ('carrier-loss', 'transport', 'lost by the carrier', '承运丢失'),
  ('customer-carrier-loss', 'customer', 'lost by the customer’s carrier', '客户承运人丢失'),
  ('customer-carrier-late', 'customer', 'customer’s carrier late', '客户承运人迟'),
  ('damaged-after-handover', 'customer', 'damaged after handover', '交货后破损'),
  ('lost-after-signature', 'customer', 'lost after signature', '签收后丢失'),
  ('appointment-moved-by-customer', 'customer', 'appointment moved by the customer', '客户改约'),
  ('counted-before-unloaded', 'customer', 'counted before unloading ended', '未卸完即点数'),
  ('freight-paid-by-us', 'customer', 'freight paid by us', '运费我方已付'),
  ('collect-freight-charged', 'customer', 'collect freight charged', '误扣到付运费'),
  ('customer-paid-our-freight', 'transport', 'customer paid our freight', '客户代付运费'),
  ('receipt-not-booked', 'customer', 'receipt not booked', '收货未入账'),
  ('second-delivery-ignored', 'customer', 'second delivery ignored', '漏计第二次到货'),
  ('billed-before-shipment', 'billing', 'billed before shipment', '先开票后发货'),
  ('already-credited', 'customer', 'credited before', '此前已贷记'),
  ('no-discount-terms', 'customer', 'no discount agreed', '无折扣条款'),
  ('difference-taken-before', 'customer', 'difference taken before', '差额已扣'),
  ('paid-late', 'customer', 'paid late', '付款过迟'),
  ('paid-in-time', 'payment', 'paid in time', '按期付款'),
  ('already-deducted', 'customer', 'deducted before', '此前已扣'),
  ('asn-was-in-time', 'customer', 'ship notice was in time', '发货通知及时'),
  ('claim-unexplained', 'customer', 'claim not explained', '索赔不明'),
  ('claimed-twice', 'customer', 'claimed twice', '重复索赔'),
  ('delivered-in-time', 'customer', 'delivered in time', '按时送达'),
  ('fewer-returned', 'customer', 'fewer returned', '退回较少'),
  ('fine-rate-too-high', 'customer', 'fine above the agreed rate', '罚款率过高'),
  ('goods-returned', 'returns', 'goods returned', '货已退回'),
  ('more-than-stock', 'customer', 'more than in stock', '超过库存'),
  ('never-returned', 'customer', 'never returned', '未退回'),
  ('no-authorisation', 'customer', 'no authorisation', '无授权'),
  ('price-above-sold', 'customer', 'claimed above the price sold', '高于售价索赔'),
  ('stock-overstated', 'customer', 'stock overstated', '库存多报'),
  ('other-article-shipped', 'warehouse', 'other article shipped', '发错商品'),
  ('substitution-confirmed', 'programme', 'substitution confirmed', '替代已确认'),
  ('shipped-as-ordered', 'customer', 'shipped as ordered', '按订单发货'),
  ('no-tax-billed', 'customer', 'no tax billed', '未收税'),
  ('tax-billed-on-resale', 'billing', 'tax billed on resale', '对转售商品收税'),
  ('pack-data-wrong', 'master-data', 'pack data wrong', '包装数据错误'),
  ('price-not-maintained', 'master-data', 'price not maintained', '价格未维护'),
  ('customer-terms-not-maintained', 'master-data', 'customer terms not maintained', '客户条款未维护'),
  ('price-change-not-announced', 'price', 'price change not announced', '调价未通知'),
  ('order-entered-wrong', 'order', 'order entered wrong', '订单录入错误'),
  ('ship-window-not-kept', 'order', 'ship window not kept', '未守发运窗口'),
  ('picked-short', 'warehouse', 'picked short', '拣货短少'),
  ('label-wrong', 'warehouse', 'label wrong or unreadable', '标签错误或无法识读'),
  ('delivered-late', 'transport', 'delivered late', '送货迟到'),
  ('appointment-missed', 'transport', 'appointment missed', '错过预约'),
  ('billed-twice', 'billing', 'billed twice', '重复开票'),
  ('programme-not-recorded', 'programme', 'programme agreed, not recorded', '方案已谈未登记'),
  ('goodwill', 'programme', 'goodwill of sales', '销售让利'),
  ('return-not-booked', 'returns', 'return not booked', '退货未入账'),
  ('below-limit', 'policy', 'below the limit of small amounts', '低于小额限额'),
  ('evidence-not-found', 'policy', 'evidence not found in time', '未及时找到证据'),
  ('dispute-lost', 'policy', 'lost in dispute', '争议败诉');

INSERT INTO "cause_term" ("cause_key", "valid_from", "process_step", "team", "nature") VALUES
  ('case-counted-as-each', '2000-01-01', 'item-setup', 'item-master', 'customer'),
  ('inner-pack-miscount', '2000-01-01', 'item-setup', 'item-master', 'customer'),
  ('weight-overstated', '2000-01-01', 'freight', 'logistics', 'customer'),
  ('customer-old-price-file', '2000-01-01', 'price-setup', 'sales', 'customer'),
  ('allowance-overlooked', '2000-01-01', 'at-customer', 'sales', 'customer'),
  ('agreed-programme', '2000-01-01', 'agreement', 'sales', 'contractual'),
  ('agreed-price-drop', '2000-01-01', 'agreement', 'sales', 'contractual'),
  ('no-agreement', '2000-01-01', 'agreement', 'sales', 'customer'),
  ('outside-dates', '2000-01-01', 'agreement', 'sales', 'customer'),
  ('article-not-in-scope', '2000-01-01', 'agreement', 'sales', 'customer'),
  ('rate-too-high', '2000-01-01', 'agreement', 'sales', 'customer'),
  ('already-on-invoice', '2000-01-01', 'at-customer', 'sales', 'customer'),
  ('claimed-too-late', '2000-01-01', 'agreement', 'sales', 'customer'),
  ('wrong-price-billed', '2000-01-01', 'billing', 'order-management', 'preventable'),
  ('wrong-price-and-old-file', '2000-01-01', 'billing', 'order-management', 'preventable'),
  ('change-not-booked', '2000-01-01', 'order-entry', 'order-management', 'preventable'),
  ('booked-on-other-po', '2000-01-01', 'at-customer', 'order-management', 'customer'),
  ('routed-as-ordered', '2000-01-01', 'at-customer', 'order-management', 'customer'),
  ('wrong-carrier', '2000-01-01', 'routing', 'order-management', 'preventable'),
  ('pick-error', '2000-01-01', 'picking', 'warehouse', 'preventable'),
  ('pick-error-overclaimed', '2000-01-01', 'picking', 'warehouse', 'preventable'),
  ('pack-error', '2000-01-01', 'packing', 'warehouse', 'preventable'),
  ('asn-late', '2000-01-01', 'ship-notice', 'warehouse', 'preventable'),
  ('shipped-late', '2000-01-01', 'goods-issue', 'warehouse', 'preventable'),
  ('carrier-damage', '2000-01-01', 'transport', 'logistics', 'preventable'),
  ('carrier-loss', '2000-01-01', 'transport', 'logistics', 'preventable'),
  ('customer-carrier-loss', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('customer-carrier-late', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('damaged-after-handover', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('lost-after-signature', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('appointment-moved-by-customer', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('counted-before-unloaded', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('freight-paid-by-us', '2000-01-01', 'freight', 'logistics', 'customer'),
  ('collect-freight-charged', '2000-01-01', 'freight', 'logistics', 'customer'),
  ('customer-paid-our-freight', '2000-01-01', 'freight', 'logistics', 'contractual'),
  ('receipt-not-booked', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('second-delivery-ignored', '2000-01-01', 'at-customer', 'logistics', 'customer'),
  ('billed-before-shipment', '2000-01-01', 'billing', 'finance', 'preventable'),
  ('already-credited', '2000-01-01', 'at-customer', 'finance', 'customer'),
  ('no-discount-terms', '2000-01-01', 'payment', 'finance', 'customer'),
  ('difference-taken-before', '2000-01-01', 'payment', 'finance', 'customer'),
  ('paid-late', '2000-01-01', 'payment', 'cash', 'customer'),
  ('paid-in-time', '2000-01-01', 'payment', 'cash', 'contractual'),
  ('already-deducted', '2000-01-01', 'at-customer', 'deductions', 'customer'),
  ('asn-was-in-time', '2000-01-01', 'ship-notice', 'deductions', 'customer'),
  ('claim-unexplained', '2000-01-01', 'at-customer', 'deductions', 'customer'),
  ('claimed-twice', '2000-01-01', 'at-customer', 'deductions', 'customer'),
  ('delivered-in-time', '2000-01-01', 'at-customer', 'deductions', 'customer'),
  ('fewer-returned', '2000-01-01', 'returns', 'deductions', 'customer'),
  ('fine-rate-too-high', '2000-01-01', 'agreement', 'deductions', 'customer'),
  ('goods-returned', '2000-01-01', 'returns', 'deductions', 'contractual'),
  ('more-than-stock', '2000-01-01', 'agreement', 'deductions', 'customer'),
  ('never-returned', '2000-01-01', 'returns', 'deductions', 'customer'),
  ('no-authorisation', '2000-01-01', 'returns', 'deductions', 'customer'),
  ('price-above-sold', '2000-01-01', 'returns', 'deductions', 'customer'),
  ('stock-overstated', '2000-01-01', 'agreement', 'deductions', 'customer'),
  ('other-article-shipped', '2000-01-01', 'picking', 'warehouse', 'preventable'),
  ('substitution-confirmed', '2000-01-01', 'agreement', 'deductions', 'contractual'),
  ('shipped-as-ordered', '2000-01-01', 'at-customer', 'deductions', 'customer'),
  ('no-tax-billed', '2000-01-01', 'billing', 'deductions', 'customer'),
  ('tax-billed-on-resale', '2000-01-01', 'billing', 'deductions', 'preventable'),
  ('pack-data-wrong', '2000-01-01', 'item-setup', 'item-master', 'preventable'),
  ('price-not-maintained', '2000-01-01', 'price-setup', 'sales', 'preventable'),
  ('customer-terms-not-maintained', '2000-01-01', 'customer-setup', 'order-management', 'preventable'),
  ('price-change-not-announced', '2000-01-01', 'price-setup', 'sales', 'preventable'),
  ('order-entered-wrong', '2000-01-01', 'order-entry', 'order-management', 'preventable'),
  ('ship-window-not-kept', '2000-01-01', 'order-entry', 'order-management', 'preventable'),
  ('picked-short', '2000-01-01', 'picking', 'warehouse', 'preventable'),
  ('label-wrong', '2000-01-01', 'packing', 'warehouse', 'preventable'),
  ('delivered-late', '2000-01-01', 'transport', 'logistics', 'preventable'),
  ('appointment-missed', '2000-01-01', 'transport', 'logistics', 'preventable'),
  ('billed-twice', '2000-01-01', 'billing', 'finance', 'preventable'),
  ('programme-not-recorded', '2000-01-01', 'agreement', 'sales', 'contractual'),
  ('goodwill', '2000-01-01', 'agreement', 'sales', 'contractual'),
  ('return-not-booked', '2000-01-01', 'returns', 'warehouse', 'preventable'),
  ('below-limit', '2000-01-01', 'claims', 'deductions', 'contractual'),
  ('evidence-not-found', '2000-01-01', 'claims', 'deductions', 'preventable'),
  ('dispute-lost', '2000-01-01', 'claims', 'deductions', 'contractual');
