import { hash } from 'node:crypto'
import { pool, type Sql } from './client'

/** Reads many sets as of one moment: what others commit meanwhile is not seen by any of them. Statements are planned once per connection: their texts must be few. */
export async function readSnapshot<Result>(work: (read: <Row>(query: Sql) => Promise<Row[]>) => Promise<Result>): Promise<Result> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const result = await work(
      async <Row>(query: Sql) =>
        (await client.query({ name: hash('md5', query.text), text: query.text, values: [...query.values] })).rows as Row[],
    )
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // A connection that may still be in its transaction is not given to anybody else.
    client.release(true)
    throw error
  }
}
