-- A paper that stands for another is not taken away by itself: whoever takes it away puts the other back first.
ALTER TABLE "document" DROP CONSTRAINT "document_replaced_by_fkey";
ALTER TABLE "document" ADD CONSTRAINT "document_replaced_by_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "document" ("id") ON DELETE RESTRICT;
