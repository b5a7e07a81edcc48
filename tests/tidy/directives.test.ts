import { expect, test } from 'vitest'
import { readFiles } from './source-files'

test('a directive stands first in its file: anywhere else it says nothing', () => {
  const misplaced = readFiles(/^src\/.*\.tsx?$/).filter(
    ({ text }) => /^;?\(?['"]use (?:client|server)['"]\)?/m.test(text) && !/^['"]use (?:client|server)['"]/.test(text),
  )
  expect(misplaced.map(({ path }) => path)).toEqual([])
})
