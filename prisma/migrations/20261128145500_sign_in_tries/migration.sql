-- How often an address was tried lately. Kept by the limiter, told to nobody; the address stands only as a hash.
CREATE UNLOGGED TABLE "sign_in_try" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_try_pkey" PRIMARY KEY ("key")
);
