import pg from 'pg'
import { afterAll } from 'vitest'

/** The database of one test file: a fresh copy of the migrated schema that no other file sees. */
export type TestDatabase = {
  url: string
  /** Runs plain SQL beside the application's own pool; values are `$1`, `$2` … */
  query: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>
}

/** Call once at the top of an integration test file; everything the file imports already uses the same database. */
export async function useTestDatabase(): Promise<TestDatabase> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('Integration tests run with vitest --project integration.')
  const client = new pg.Client({ connectionString: url, application_name: 'test' })
  await client.connect()
  afterAll(() => client.end())
  return {
    url,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  }
}
