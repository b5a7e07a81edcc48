import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFiles } from './source-files'

// base.prisma holds what belongs to the frame, not to an area.
const FRAME = 'base'
// Signing in, presenting a token and keeping bytes are the frame's own acts.
const ALSO_WRITTEN_BY_FRAME = new Set(['user_session', 'api_token', 'stored_file'])
// Staged rows are handed over: file-intake brings them, the area they are for marks what it took.
const HANDED_OVER = new Set(['import_row', 'record_version'])

type Table = { table: string; model: string; owner: string }

function readTables(): Table[] {
  return readFiles(/^prisma\/schema\/.*\.prisma$/).flatMap(({ path, text }) =>
    [...text.matchAll(/^model (\w+) \{(.*?)^\}/gms)].map(([, model = '', body = '']) => ({
      model: model.charAt(0).toLowerCase() + model.slice(1),
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
      owner: basename(path, '.prisma'),
    })),
  )
}

/** Tables that `text` writes to: by the ORM, by SQL, or by COPY. */
function findWrites(text: string, tables: readonly Table[]): Table[] {
  const models = new Set(
    [
      ...text.matchAll(
        /\.(\w+)\s*\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(/g,
      ),
    ].map((match) => match[1]),
  )
  const names = new Set(
    [...text.matchAll(/\b(?:insert\s+into|update|delete\s+from|merge\s+into|copy|truncate(?:\s+table)?)\s+(?:only\s+)?"?(\w+)"?/gi)].map(
      (match) => match[1],
    ),
  )
  return tables.filter(({ model, table }) => models.has(model) || names.has(table))
}

function mayWrite(path: string, { owner, table }: Table): boolean {
  const isFrame = /^src\/(server|worker)\//.test(path)
  if (owner === FRAME) return isFrame
  const isHandOver = /^src\/(server\/(?:staged-rows|undo-records)|features\/[^/]+\/commands\/commit-[a-z-]+)\.ts$/.test(path)
  if (isHandOver && HANDED_OVER.has(table)) return true
  return path.startsWith(`src/features/${owner}/`) || (isFrame && ALSO_WRITTEN_BY_FRAME.has(table))
}

const tables = readTables()

describe('one writer per table', () => {
  it('knows the tables of every area', () => {
    expect(tables.map(({ table }) => table)).toContain('deduction')
  })

  it('sees a write in any of its forms', () => {
    const found = (text: string) => findWrites(text, tables).map(({ table }) => table)
    expect(found('await tx.appUser.update({})')).toEqual(['app_user'])
    expect(found('await tx.deduction\n  .createMany({})')).toEqual(['deduction'])
    expect(found('sql`insert into deduction (id) select 1`')).toEqual(['deduction'])
    expect(found('sql`UPDATE "deduction" d set x = 1`')).toEqual(['deduction'])
    expect(found('copy deduction (id) from stdin')).toEqual(['deduction'])
    expect(found('select * from deduction join app_user using (id)')).toEqual([])
  })

  it('finds every table written by its own area only', () => {
    const strangers = readFiles(/^src\/.*\.tsx?$/)
      .filter(({ path }) => !path.includes('.test.') && !path.startsWith('src/generated/'))
      .flatMap(({ path, text }) =>
        findWrites(text, tables)
          .filter((table) => !mayWrite(path, table))
          .map(({ table, owner }) => `${path} writes ${table}, which belongs to ${owner}`),
      )
    expect(strangers).toEqual([])
  })
})
