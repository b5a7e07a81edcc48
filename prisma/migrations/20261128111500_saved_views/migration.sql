-- Lists as somebody keeps them: filters, sort, columns and tab are the address of the list.
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "owner_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_view_owner_id_page_name_key" ON "saved_view" ("owner_id", "page", "name");
CREATE INDEX "saved_view_page_is_shared_idx" ON "saved_view" ("page", "is_shared");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_page_known" CHECK ("page" IN ('deductions', 'orders', 'reconciliation', 'tasks', 'disputes'));
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_has_a_name" CHECK ("name" <> '');

-- What a role sees when it opens a list without saying how.
CREATE TABLE "role_view" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "page" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "view_id" UUID NOT NULL,

    CONSTRAINT "role_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "role_view_page_role_key" ON "role_view" ("page", "role");
CREATE INDEX "role_view_view_id_idx" ON "role_view" ("view_id");
ALTER TABLE "role_view" ADD CONSTRAINT "role_view_view_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_view" ("id") ON DELETE RESTRICT;

-- Who gets a view by mail.
CREATE TABLE "view_subscription" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "view_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "rhythm" TEXT NOT NULL,
    "done_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "view_subscription_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "view_subscription_view_id_user_id_key" ON "view_subscription" ("view_id", "user_id");
CREATE INDEX "view_subscription_user_id_idx" ON "view_subscription" ("user_id");
ALTER TABLE "view_subscription" ADD CONSTRAINT "view_subscription_view_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_view" ("id") ON DELETE RESTRICT;
ALTER TABLE "view_subscription" ADD CONSTRAINT "view_subscription_user_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "view_subscription" ADD CONSTRAINT "view_subscription_rhythm_known" CHECK ("rhythm" IN ('daily', 'weekly'));
