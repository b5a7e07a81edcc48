import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { amazonFacts } from '@tests/samples/amazon-facts'
import { bai2Facts, camtFacts, mt940Facts } from '@tests/samples/bank-facts'
import { csvFacts } from '@tests/samples/csv-facts'
import { edifactFacts } from '@tests/samples/edifact-facts'
import { x12Facts } from '@tests/samples/x12-facts'
import { describe, expect, it } from 'vitest'

type Sample = { id: string; format: string; file: string; expected: Record<string, unknown> }

// Samples of other projects may stand beside this one; they are never part of it.
const FOLDER = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const FACTS = [
  { format: /^x12-/, read: x12Facts },
  { format: /^edifact-/, read: edifactFacts },
  { format: /^bai2$/, read: bai2Facts },
  { format: /^mt940$/, read: mt940Facts },
  { format: /^camt05\d$/, read: camtFacts },
  { format: /^amazon-/, read: amazonFacts },
  { format: /^csv-/, read: csvFacts },
]

function findSamples(): Sample[] {
  if (!existsSync(FOLDER)) return []
  const all: Sample[] = JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8'))
  return all.filter(({ format }) => FACTS.some((reader) => reader.format.test(format)))
}

/** Samples say one value for one statement and a list for several; some say a sentence where we say true or a finding. */
function isAsExpected(expected: unknown, fact: unknown): boolean {
  if (typeof fact === 'object' && fact !== null && 'each' in fact) return Object.values(fact).some((form) => isAsExpected(expected, form))
  if (typeof fact === 'boolean' && typeof expected === 'string') return fact
  if (typeof fact === 'string' && typeof expected === 'string') return expected === fact || expected.startsWith(`${fact} (`)
  return JSON.stringify(fact) === JSON.stringify(expected)
}

/** 'GE01 2 vs 1' is met by a finding that names the element and both values; 'ST02 0001 vs SE02 0002' by one that names all four. */
function isWarned(expected: unknown, found: unknown): boolean {
  const words = String(expected).split(/ vs | /)
  return Array.isArray(found) && found.some(({ message }: { message: string }) => words.every((word) => message.includes(word)))
}

const samples = findSamples()

describe('samples of other projects', () => {
  it('are all read, or the folder does not stand here', () => {
    expect(samples.length > 0).toBe(existsSync(FOLDER))
  })

  it.each(samples.map((sample) => [`${sample.id} ${sample.file}`, sample] as const))('%s', (_, { format, file, expected }) => {
    const facts = FACTS.find((reader) => reader.format.test(format))?.read(readFileSync(FOLDER + file)) ?? {}
    const wrong = Object.entries(expected).filter(([key, value]) =>
      key === 'warnings' && Array.isArray(value)
        ? !value.every((warning) => isWarned(warning, facts[key]))
        : key === 'pos' && Array.isArray(value)
          ? !isAsExpected(value.toSorted(), facts[key])
          : !isAsExpected(value, facts[key]),
    )
    expect(wrong.map(([key, value]) => ({ key, expected: value, found: facts[key] }))).toEqual([])
  })
})
