import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectEdifact } from './edifact/inspect-edifact'
import { inspectX12 } from './x12/inspect-x12'

// Samples of other projects may stand beside this one: real files, damaged here as transmission and hand editing do.
const FOLDER = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))

function findFiles(prefix: string): Buffer[] {
  if (!existsSync(FOLDER)) return []
  return readdirSync(FOLDER)
    .filter((folder) => folder.startsWith(prefix))
    .flatMap((folder) => readdirSync(FOLDER + folder).map((file) => readFileSync(`${FOLDER}${folder}/${file}`)))
}

const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), remove: fc.nat(8), insert: fc.uint8Array({ maxLength: 4 }) }),
  {
    maxLength: 8,
  },
)

describe.each([
  ['x12', inspectX12],
  ['edifact', inspectEdifact],
] as const)('real files of %s, damaged', (prefix, inspect) => {
  const files = findFiles(prefix)

  it('are looked for beside the project', () => {
    expect(files.length > 0).toBe(existsSync(FOLDER))
  })

  it.each(files.length > 0 ? ['anywhere'] : [])('never stop the reader, %s', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), edits, (file, changes) => {
        const damaged = changes.reduce((bytes, { at, remove, insert }) => {
          const place = Math.floor(at * bytes.length)
          return Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)])
        }, file)
        const { documents, findings, counts } = inspect(damaged)
        expect(documents.length + findings.length).toBeGreaterThanOrEqual(1)
        expect(counts.segments).toBeLessThanOrEqual(damaged.length)
      }),
      { numRuns: 200, seed: 12 },
    )
  })
})
