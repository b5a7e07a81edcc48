import { expect, it } from 'vitest'
import { importsOf, PAGES, reach, SOURCE } from './import-graph'

const LAYOUTS = [...SOURCE.keys()].filter((path) => /^src\/app\/.*layout\.tsx$/.test(path))

// One page that brings the whole of it to the browser makes the part that every page shares more than twice as large.
it('what the browser gets reads its input by the small half of the schema library', () => {
  const files = new Set([...PAGES, ...LAYOUTS].flatMap((entry) => [...reach(entry).inBrowser]))
  expect([...files].filter((path) => importsOf(path).packages.includes('zod'))).toEqual([])
  expect([...files].filter((path) => importsOf(path).packages.includes('zod/mini')).length).toBeGreaterThan(5)
})
