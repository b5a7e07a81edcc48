import { describe, expect, it } from 'vitest'
import { matcherOf } from './sought-value'

const holds = (kind: 'money' | 'quantity' | 'rate' | 'date' | 'text', says: string, cell: string) => matcherOf({ kind, says })(cell)

describe('a value that somebody looks for', () => {
  it.each([
    ['money', '1455.36', '1.455,36-'],
    ['money', '1455.36', '$1,455.36'],
    ['money', '1455.36', '145536'],
    ['quantity', '12', 'Pieces received: 12 CTN'],
    ['rate', '2 %', '0.02'],
    ['rate', '2 %', '12:2.000'],
    ['date', '2024-09-11', '137:202409111150:203'],
    ['date', '2024-09-11', '02,A,B,1,240911,,USD'],
    ['date', '2024-09-11', ':61:2409110911C100,00NTRF'],
    ['date', '2024-09-11', 'Signed 9/11/2024'],
    ['date', '2024-09-11', '2024年9月11日'],
    ['text', '860004000396 / HP-0131', 'UP 860004000396'],
  ] as const)('%s %s stands in "%s"', (kind, says, cell) => expect(holds(kind, says, cell)).toBe(true))

  it.each([
    ['money', '1455.36', '11455.36'],
    ['quantity', '2', '12'],
    ['quantity', '145536', '1455.36'],
    ['date', '2024-09-11', '1202409115'],
    ['rate', '2 %', '20'],
  ] as const)('%s %s does not stand in "%s"', (kind, says, cell) => expect(holds(kind, says, cell)).toBe(false))
})
