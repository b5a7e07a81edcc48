import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/server/embedded/start-embedded'
import { ROOT } from '../tidy/source-files'

/** Runs SQL on the database of the journeys, beside the application: for worlds of thousands of rows that no file could bring in time. */
export async function onJourneyDatabase<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const embedded = await startEmbedded(join(ROOT, '.recoup/journeys/postgres'))
  const client = new pg.Client({ connectionString: embedded.url })
  await client.connect()
  try {
    await client.query(`select set_config('recoup.actor', '{"kind":"job","id":"journey","name":"journey"}', false),
      set_config('recoup.operation', gen_random_uuid()::text, false), set_config('recoup.event', 'journey.prepared', false)`)
    return (await client.query<Row>(sql, [...values])).rows
  } finally {
    await client.end()
    await embedded.stop()
  }
}

/** Open deductions of 100.00 each for the first customer of the demo, `<prefix>-1` and on. */
export async function makeDeductions(prefix: string, count: number): Promise<void> {
  await onJourneyDatabase(
    `insert into deduction (customer_id, claim_number, claim_key, amount_minor, open_minor, currency, taken_on, reason_code)
     select c.id, $1 || '-' || n, comparison_key($1 || '-' || n), 10000, 10000, c.currency, current_date, $1
     from (select id, currency from customer order by code limit 1) c, generate_series(1, $2) n`,
    [prefix, count],
  )
}
