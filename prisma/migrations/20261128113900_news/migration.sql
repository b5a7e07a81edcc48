-- What happened that a person should know of. Derived from the audit trail, so no change can forget to tell.
CREATE TABLE "news" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "operation_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "customer_id" UUID,
    "label" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "who" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);
-- What one operation did is told once to each person.
CREATE UNIQUE INDEX "news_user_id_kind_operation_id_key" ON "news" ("user_id", "kind", "operation_id");
CREATE INDEX "news_user_id_happened_at_idx" ON "news" ("user_id", "happened_at");
CREATE INDEX "news_unread_idx" ON "news" ("user_id") WHERE "read_at" IS NULL;
ALTER TABLE "news" ADD CONSTRAINT "news_user_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "news" ADD CONSTRAINT "news_count_positive" CHECK ("count" > 0);

-- Up to which link of the audit chain everybody has been told.
CREATE TABLE "news_cursor" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "chain_no" BIGINT NOT NULL,

    CONSTRAINT "news_cursor_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "news_cursor_is_one" CHECK ("id" = 1)
);

ALTER TABLE "app_user" ADD COLUMN "news_mail" TEXT NOT NULL DEFAULT 'daily';
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_news_mail_known" CHECK ("news_mail" IN ('at-once', 'daily', 'never'));
