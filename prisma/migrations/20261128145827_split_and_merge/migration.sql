-- A person divides what was taken in one sum, or puts together what was found twice. The whole keeps what it was found with, so that
-- later sightings join it; its parts are deductions of their own.
ALTER TABLE "deduction" ADD COLUMN "split_of_id" UUID, ADD COLUMN "whole_minor" BIGINT;
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_split_fkey" FOREIGN KEY ("split_of_id") REFERENCES "deduction" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_part_is_no_whole" CHECK ("split_of_id" IS NULL OR "whole_minor" IS NULL);
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_whole_is_more" CHECK ("whole_minor" IS NULL OR "whole_minor" > "amount_minor");
CREATE INDEX "deduction_split_of_idx" ON "deduction" ("split_of_id") WHERE "split_of_id" IS NOT NULL;

ALTER TABLE "deduction_source" DROP CONSTRAINT "deduction_source_kind_known";
ALTER TABLE "deduction_source" ADD CONSTRAINT "deduction_source_kind_known" CHECK ("kind" IN ('remittance', 'portal-claim', 'ledger', 'manual', 'split'));

CREATE TABLE "deduction_lineage" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "deduction_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "deduction_lineage_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "deduction_lineage_deduction_id_idx" ON "deduction_lineage" ("deduction_id");
ALTER TABLE "deduction_lineage" ADD CONSTRAINT "deduction_lineage_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "deduction_lineage" ADD CONSTRAINT "deduction_lineage_kind_known" CHECK ("kind" IN ('split', 'merge'));

CREATE FUNCTION check_parts_of_deduction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.split_of_id ELSE coalesce(NEW.split_of_id, NEW.id) END;
  found bigint;
  own bigint;
  parts bigint;
BEGIN
  SELECT coalesce(whole_minor, amount_minor), amount_minor INTO found, own FROM deduction WHERE id = subject;
  SELECT coalesce(sum(amount_minor), 0) INTO parts FROM deduction WHERE split_of_id = subject;
  IF found <> own + parts THEN
    RAISE EXCEPTION 'deduction %: its parts do not come to what was taken', subject USING ERRCODE = 'RC004';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER parts_add_up_from_start AFTER INSERT ON deduction DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.split_of_id IS NOT NULL OR NEW.whole_minor IS NOT NULL) EXECUTE FUNCTION check_parts_of_deduction();
CREATE CONSTRAINT TRIGGER parts_add_up AFTER UPDATE OF amount_minor, whole_minor, split_of_id ON deduction DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (coalesce(NEW.split_of_id, OLD.split_of_id) IS NOT NULL OR coalesce(NEW.whole_minor, OLD.whole_minor) IS NOT NULL)
  EXECUTE FUNCTION check_parts_of_deduction();
CREATE CONSTRAINT TRIGGER parts_add_up_without AFTER DELETE ON deduction DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.split_of_id IS NOT NULL) EXECUTE FUNCTION check_parts_of_deduction();
