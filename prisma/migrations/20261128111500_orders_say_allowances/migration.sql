-- What an order takes off its lines or itself, in minor units, positive when it lowers what is paid; null where it says nothing.
ALTER TABLE "purchase_order" ADD COLUMN "allowance_minor" BIGINT;
ALTER TABLE "purchase_order" ADD COLUMN "allowance_agreement" TEXT;
ALTER TABLE "purchase_order" ADD COLUMN "allowance_position" TEXT;
ALTER TABLE "purchase_order_line" ADD COLUMN "allowance_minor" BIGINT;
ALTER TABLE "purchase_order_line" ADD COLUMN "allowance_agreement" TEXT;
ALTER TABLE "purchase_order_line" ADD COLUMN "allowance_position" TEXT;
CREATE INDEX "purchase_order_line_customer_id_idx" ON "purchase_order_line" ("customer_id") WHERE "allowance_minor" IS NOT NULL;

-- A change may add a line: what it is of, and the line it made. The link is looked at when all is written: an undone import
-- takes the change away before the line.
ALTER TABLE "order_change" ADD COLUMN "customer_item" TEXT;
ALTER TABLE "order_change" ADD COLUMN "upc" TEXT;
ALTER TABLE "order_change" ADD COLUMN "vendor_part" TEXT;
ALTER TABLE "order_change" ADD COLUMN "unit" TEXT;
ALTER TABLE "order_change" ADD COLUMN "pack" INTEGER;
CREATE INDEX "order_change_customer_id_po_key_idx" ON "order_change" ("customer_id", "po_key") WHERE "code" = 'AI';
ALTER TABLE "purchase_order_line" ADD COLUMN "added_by" UUID;
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "order_change" ("id")
  DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "purchase_order_line_added_by_idx" ON "purchase_order_line" ("added_by") WHERE "added_by" IS NOT NULL;
