import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OccurrenceCounter } from './occurrence-counter'

const printOf = (text: string) => createHash('md5').update(text).digest('hex')

test('equal prints are numbered, however many others come between them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 400 }), (numbers) => {
      const counter = new OccurrenceCounter()
      const seen = new Map<number, number>()
      for (const number of numbers) {
        const expected = (seen.get(number) ?? 0) + 1
        seen.set(number, expected)
        expect(counter.count(printOf(String(number)))).toBe(expected)
      }
    }),
    { numRuns: 50 },
  )
})

test('a new document counts anew', () => {
  const counter = new OccurrenceCounter()
  for (let number = 0; number < 500; number++) expect(counter.count(printOf(`a${number}`))).toBe(1)
  counter.clear()
  for (let number = 0; number < 500; number++) expect(counter.count(printOf(`a${number}`))).toBe(1)
  expect(counter.count(printOf('a7'))).toBe(2)
})
