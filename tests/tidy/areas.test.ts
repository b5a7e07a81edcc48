import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AREAS, listFiles } from './source-files'

const FRAME_SCHEMAS = ['base']
const FRAME_MESSAGES = ['shell', 'ui', 'errors', 'help']

const second = (pattern: RegExp) => [...new Set(listFiles(pattern).map((path) => pattern.exec(path)?.[1] ?? ''))]
const strangers = (names: string[], frame: string[] = []) => names.filter((name) => !AREAS.includes(name) && !frame.includes(name))

describe('one word for an area, wherever it appears', () => {
  it('in the features', () => {
    expect(strangers(second(/^src\/features\/([^/]+)\//))).toEqual([])
  })

  it('in the database schema', () => {
    expect(
      strangers(
        listFiles(/^prisma\/schema\/.*\.prisma$/).map((path) => basename(path, '.prisma')),
        FRAME_SCHEMAS,
      ),
    ).toEqual([])
  })

  it('in the messages', () => {
    expect(
      strangers(
        listFiles(/^src\/i18n\/messages\/en\//).map((path) => basename(path, '.json')),
        FRAME_MESSAGES,
      ),
    ).toEqual([])
  })

  it('keeps to the parts an area may have', () => {
    const parts = ['rules', 'schemas.ts', 'policy.ts', 'queries', 'commands', 'actions.ts', 'imports', 'exports', 'jobs', 'ui']
    const found = listFiles(/^src\/features\//).flatMap((path) => (parts.includes(path.split('/')[3] ?? '') ? [] : [path]))
    expect(found).toEqual([])
  })
})
