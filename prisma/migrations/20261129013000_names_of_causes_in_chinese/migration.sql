-- Names that say of what: the promotion that was agreed, and fewer pieces back than claimed; names that somebody changed stay.
UPDATE "root_cause" SET "name_zh" = '约定的促销方案' WHERE "key" = 'agreed-programme' AND "name_zh" = '约定方案';
UPDATE "root_cause" SET "name_zh" = '退货少于索赔' WHERE "key" = 'fewer-returned' AND "name_zh" = '退回较少';
