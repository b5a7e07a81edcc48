import { describe, expect, it } from 'vitest'
import { readFiles } from './source-files'

const FLOAT = /\b(real|float[48]?|double precision|money)\b/i

/** SQL without comments and quoted text, so that words in sentences do not count as types. */
function bare(sql: string): string {
  return sql
    .replace(/--.*$/gm, '')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/'(?:[^']|'')*'/g, "''")
}

describe('the database schema', () => {
  it('has no column that rounds amounts on its own', () => {
    const inSql = readFiles(/^prisma\/(migrations|sql)\/.*\.sql$/).flatMap(({ path, text }) =>
      bare(text)
        .split('\n')
        .filter((line) => FLOAT.test(line) && !/^\s*(create|drop)\s+(or\s+replace\s+)?function/i.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
    const inSchema = readFiles(/\.prisma$/).flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => /\s(Float|Decimal)\b/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
    expect([...inSql, ...inSchema]).toEqual([])
  })

  it('keeps instants with their zone', () => {
    const zoneless = readFiles(/^prisma\/migrations\/.*\.sql$/).flatMap(({ path, text }) =>
      bare(text)
        .split('\n')
        .filter((line) => /\btimestamp\b(?!tz)(?!\s*(\(\d\))?\s*with time zone)/i.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
    expect(zoneless).toEqual([])
  })
})
