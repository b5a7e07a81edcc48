-- The steps of filing at a customer's portal for a reader of Chinese; empty where only the portal's own words are known.
ALTER TABLE "portal_limit" ADD COLUMN "steps_zh" TEXT[] NOT NULL DEFAULT '{}';

-- One word for a carrier, as everywhere else; names that somebody changed stay.
UPDATE "root_cause" SET "name_zh" = '承运商不符' WHERE "key" = 'wrong-carrier' AND "name_zh" = '承运人不符';
UPDATE "root_cause" SET "name_zh" = '客户承运商丢失' WHERE "key" = 'customer-carrier-loss' AND "name_zh" = '客户承运人丢失';
UPDATE "root_cause" SET "name_zh" = '客户承运商迟' WHERE "key" = 'customer-carrier-late' AND "name_zh" = '客户承运人迟';
