import { useTestDatabase } from '@tests/integration/database'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { comparisonKey } from '@/core/comparison-key'

const db = await useTestDatabase()

const KNOWN = [
  '0045-00118',
  '4500118',
  ' po#12/b ',
  '000',
  '0',
  '',
  'a.b_c',
  'ß-straße',
  '订单-007',
  '\u3000PO\u00a01',
  'x\ty\nz',
  '~`|{}[]^\\',
]

it('documents are compared by the same key here and in the database', async () => {
  const texts = [
    ...KNOWN,
    ...fc.sample(fc.string({ unit: fc.constantFrom(...' 0127abzABZ-_/.#:é订\u3000\u00a0'), maxLength: 12 }), { numRuns: 500, seed: 7 }),
  ]
  const rows = await db.query<{ key: string }>(
    'select comparison_key(t) as key from unnest($1::text[]) with ordinality as u(t, n) order by n',
    [texts],
  )
  expect(rows.map(({ key }) => key)).toEqual(texts.map(comparisonKey))
})
