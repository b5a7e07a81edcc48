import type { TestDatabase } from '@tests/integration/database'

/** Names a test actor for plain SQL, so that audited tables accept rows from factories. */
export async function nameTestActor(database: TestDatabase): Promise<void> {
  await database.query(`select set_config('recoup.actor', '{"kind":"job","id":"test","name":"test"}', false),
    set_config('recoup.operation', gen_random_uuid()::text, false), set_config('recoup.event', 'test.prepared', false)`)
}

/** A customer in US dollars; returns its id. */
export async function insertCustomer(database: TestDatabase, code: string, currency = 'USD'): Promise<string> {
  await nameTestActor(database)
  const [row] = await database.query<{ id: string }>(
    `insert into customer (code, name, company_code, currency, net_days) values ($1, $1, 'US01', $2, 30) returning id`,
    [code, currency],
  )
  return row?.id ?? ''
}

/** An open deduction of 100.00 unless said otherwise; returns its id. */
export async function insertDeduction(
  database: TestDatabase,
  customerId: string,
  claimNumber: string,
  amountMinor = 10_000n,
): Promise<string> {
  await nameTestActor(database)
  const [row] = await database.query<{ id: string }>(
    `insert into deduction (customer_id, claim_number, claim_key, amount_minor, open_minor, currency, taken_on)
     values ($1, $2, comparison_key($2), $3, $3, (select currency from customer where id = $1), current_date) returning id`,
    [customerId, claimNumber, amountMinor.toString()],
  )
  return row?.id ?? ''
}

/** A person with roles, as a row; returns the id. */
export async function insertUser(database: TestDatabase, email: string, roles: readonly string[]): Promise<string> {
  await nameTestActor(database)
  const [row] = await database.query<{ id: string }>('insert into app_user (email, name) values ($1, $1) returning id', [email])
  await database.query('insert into user_role (user_id, role) select $1::uuid, unnest($2::text[])', [row?.id, [...roles]])
  return row?.id ?? ''
}
