import { join } from 'node:path'
import { expect, test } from '@playwright/test'
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

/**
 * Open deductions of 100.00 each for the first customer of the demo, `<prefix>-1` and on, each told by an entry by hand with the prefix
 * as its code: what no source tells of would be described anew and lose its number. Ends when the worker has judged them: a judgement
 * in the middle of a journey is somebody else's change.
 */
export async function makeDeductions(prefix: string, count: number): Promise<void> {
  if (test.info().retry > 0) await setAside(prefix)
  await onJourneyDatabase(
    `with entry as (
       insert into manual_entry (customer_id, claim_number, claim_key, taken_on, amount_minor, currency, code, note)
       select c.id, $1 || '-' || n, comparison_key($1 || '-' || n), current_date, 10000, c.currency, $1, 'journey'
       from (select id, currency from customer order by code limit 1) c, generate_series(1, $2) n
       returning *),
     made as (
       insert into deduction (customer_id, claim_number, claim_key, amount_minor, open_minor, currency, taken_on, reason_code)
       select customer_id, claim_number, claim_key, amount_minor, amount_minor, currency, taken_on, code from entry returning id, claim_number)
     insert into deduction_source (deduction_id, kind, source_id, amount_minor, is_origin)
     select made.id, 'manual', entry.id, entry.amount_minor, true from made join entry using (claim_number)`,
    [prefix, count],
  )
  const unjudged = () =>
    onJourneyDatabase<{ count: number }>('select count(*)::int as count from deduction where reason_code = $1 and facts_hash is null', [
      prefix,
    ])
  await expect.poll(async () => (await unjudged())[0]?.count, { timeout: 60_000, intervals: [1_000] }).toBe(0)
}

/** What the first try of a journey left behind takes another name, so that the second begins from nothing too. */
async function setAside(prefix: string): Promise<void> {
  for (const [table, code] of [
    ['manual_entry', 'code'],
    ['deduction', 'reason_code'],
  ]) {
    await onJourneyDatabase(
      `update ${table} set claim_number = 'first-' || claim_number, claim_key = comparison_key('first-' || claim_number), ${code} = 'first-' || ${code}
       where ${code} = $1`,
      [prefix],
    )
  }
}
