-- A step of an order that is late, missing or refused, with its own clock; it closes by itself and keeps its history.
CREATE TABLE "order_signal" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "identity" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "po_number" TEXT,
    "po_key" TEXT,
    "delivery_key" TEXT,
    "invoice_key" TEXT,
    "document_id" UUID,
    "carrier" TEXT,
    "pro" TEXT,
    "bol" TEXT,
    "since_on" DATE,
    "due_on" DATE NOT NULL,
    "at_stake_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "owner_team" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "times_raised" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "order_signal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "order_signal_identity_key" ON "order_signal" ("identity");
CREATE INDEX "order_signal_state_due_on_idx" ON "order_signal" ("state", "due_on");
CREATE INDEX "order_signal_customer_id_po_key_idx" ON "order_signal" ("customer_id", "po_key");
ALTER TABLE "order_signal" ADD CONSTRAINT "order_signal_customer_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_signal" ADD CONSTRAINT "order_signal_state_known" CHECK ("state" IN ('open', 'asked', 'closed'));
ALTER TABLE "order_signal" ADD CONSTRAINT "order_signal_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "order_signal" ADD CONSTRAINT "order_signal_closed_has_its_moment" CHECK (("state" = 'closed') = ("closed_at" IS NOT NULL));

-- What happened to a signal: raised, asked about, closed by itself, raised again.
CREATE TABLE "order_signal_event" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "signal_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "what" TEXT NOT NULL,

    CONSTRAINT "order_signal_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "order_signal_event_signal_id_at_idx" ON "order_signal_event" ("signal_id", "at");
ALTER TABLE "order_signal_event" ADD CONSTRAINT "order_signal_event_signal_fkey" FOREIGN KEY ("signal_id") REFERENCES "order_signal" ("id") ON DELETE RESTRICT;
ALTER TABLE "order_signal_event" ADD CONSTRAINT "order_signal_event_what_known" CHECK ("what" IN ('raised', 'raised-again', 'asked', 'closed'));
