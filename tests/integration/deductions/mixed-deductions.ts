import { insertCustomer, insertUser, nameTestActor } from '@tests/factories/records'
import type { TestDatabase } from '../database'

export const CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'MXN', 'CNY', 'JPY', 'KWD']
export type Mixed = { customers: string[]; users: string[] }

/**
 * Deductions of every state, verdict and currency, in all sizes, with and without owner, deadline, papers, answered disputes and requests;
 * the same for the same number of them.
 */
export async function insertMixed(database: TestDatabase, deductions: number): Promise<Mixed> {
  const customers: string[] = []
  for (const code of ['MIX1', 'MIX2', 'MIX3', 'MIX4']) customers.push(await insertCustomer(database, code))
  const users = [await insertUser(database, 'ana@mixed.test', ['specialist']), await insertUser(database, 'bo@mixed.test', ['specialist'])]
  await nameTestActor(database)
  await database.query('select setseed(0.25)')
  await database.query(
    `insert into deduction (customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, state, owner_id,
       verdict, decided_verdict, recoverable_minor, deadline_on, evidence_have, evidence_need)
     select ($2::uuid[])[1 + n % 4], 'M' || n, 'M' || n, current_date - n % 200, amount, case when state = 'closed' then 0 else amount - (amount * b / 3)::bigint end,
       ($4::text[])[1 + n % 8], (array['shortage', 'price', 'returns', 'damage', 'tax'])[1 + n % 5], state, ($3::uuid[])[1 + n % 3], verdict,
       case when c < 0.2 then 'undecided' end, case verdict when 'invalid' then amount when 'partly' then (amount * a)::bigint else 0 end,
       case when b < 0.9 then current_date + (c * 120)::int - 60 end, (a * 4)::int, 3
     from (select n, random() as a, random() as b, random() as c, (100 * exp(14 * random()))::bigint as amount,
         (array['new', 'collecting', 'ready', 'submitted', 'closed'])[1 + floor(random() * 5)::int] as state,
         (array['invalid', 'partly', 'undecided', 'valid'])[1 + floor(random() * 4)::int] as verdict from generate_series(1, $1::int) n) r`,
    [deductions, customers, users, CURRENCIES],
  )
  await database.query(`insert into dispute (deduction_id, customer_id, amount_minor, currency, state, submitted_on, answered_on, outcome, won_minor, lost_minor)
    select id, customer_id, amount_minor, currency, 'answered', current_date - 20, current_date - 5, 'partly', amount_minor / 3, amount_minor - amount_minor / 3
    from deduction where state = 'closed' and category <> 'tax' and customer_id <> '${customers[3]}'`)
  await database.query(`insert into task (kind, title, team, state, subject_kind, subject_id, customer_id)
    select 'evidence', 'Proof', 'logistics', case when number % 2 = 0 then 'open' else 'answered' end, 'deduction', id, customer_id from deduction where number % 5 = 0`)
  return { customers, users }
}
