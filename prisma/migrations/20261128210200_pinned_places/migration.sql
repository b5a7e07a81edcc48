-- Records that somebody keeps at hand: where each lies, and what its page is called.
CREATE TABLE "pinned_place" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "user_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pinned_place_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "pinned_place_user_id_path_key" ON "pinned_place" ("user_id", "path");
ALTER TABLE "pinned_place" ADD CONSTRAINT "pinned_place_user_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT;
ALTER TABLE "pinned_place" ADD CONSTRAINT "pinned_place_has_a_label" CHECK ("label" <> '');
