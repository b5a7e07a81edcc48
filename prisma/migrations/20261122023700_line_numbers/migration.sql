-- Line numbers as numbers, stored: the steps of an order are joined by them, a million at a time. SAP counts in tens.

CREATE OR REPLACE FUNCTION line_number(line text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN line ~ '^\s*\d{1,9}\s*$' THEN line::int END
$$;

CREATE OR REPLACE FUNCTION line_of_sap_item(line text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN line_number(line) % 10 = 0 THEN line_number(line) / 10 ELSE line_number(line) END
$$;

ALTER TABLE "purchase_order_line" ADD COLUMN "line_no" int GENERATED ALWAYS AS (line_number("line")) STORED;
ALTER TABLE "order_change" ADD COLUMN "line_no" int GENERATED ALWAYS AS (line_number("line")) STORED;
ALTER TABLE "order_confirmation_line" ADD COLUMN "line_no" int GENERATED ALWAYS AS (line_number("line")) STORED;
ALTER TABLE "ship_notice_line" ADD COLUMN "line_no" int GENERATED ALWAYS AS (line_number("line")) STORED;
ALTER TABLE "sales_order_line" ADD COLUMN "line_no" int GENERATED ALWAYS AS (line_of_sap_item("line")) STORED;
ALTER TABLE "delivery_line" ADD COLUMN "line_no" int GENERATED ALWAYS AS (line_of_sap_item("line")) STORED;
ALTER TABLE "invoice_line" ADD COLUMN "line_no" int GENERATED ALWAYS AS (line_of_sap_item("line")) STORED;
