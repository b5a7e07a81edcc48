import { expect, test } from 'vitest'
import { gradeProof, type ProofFacts, sideOf } from './grade-proof'

const CLEAN: ProofFacts = {
  isSigned: true,
  isStamped: true,
  isPoVisible: true,
  piecesShipped: 20,
  piecesReceived: 20,
  cartonsPrinted: 20,
  countIn: 'cartons',
  countBy: null,
  exceptions: null,
  signedOn: '2026-03-13',
}

test('a signed count of cartons proves cartons, not the units inside', () => {
  expect(gradeProof(CLEAN)).toEqual({ grade: 'B', proves: ['receipt', 'cartons', 'order', 'stamped', 'date'], lacks: ['units'] })
})

test('a signed, stamped and dated count of units on the order proves everything', () => {
  expect(gradeProof({ ...CLEAN, countIn: 'units' })).toMatchObject({ grade: 'A', lacks: [] })
})

test('shipper load and count proves nothing about the count', () => {
  const graded = gradeProof({ ...CLEAN, countBy: 'shipper' })
  expect(graded).toMatchObject({ grade: 'C', lacks: ['own-count'] })
  expect(graded.proves).not.toContain('cartons')
})

test.each([
  ['without a signature', { isSigned: null }, 'D'],
  ['without a count', { piecesReceived: null, piecesShipped: null, cartonsPrinted: null }, 'C'],
  ['with neither order nor stamp', { isPoVisible: false, isStamped: null }, 'C'],
  ['with a stamp but no order', { isPoVisible: null }, 'B'],
  ['counted in an unknown unit', { countIn: null }, 'B'],
] as const)('a paper %s has its grade', (_words, over, grade) => {
  expect(gradeProof({ ...CLEAN, ...over }).grade).toBe(grade)
})

test('noted exceptions are proved against us', () => {
  expect(gradeProof({ ...CLEAN, exceptions: 'SHORT 2 CTN' })).toMatchObject({
    grade: 'B',
    proves: expect.arrayContaining(['exceptions']),
    lacks: ['units', 'clean'],
  })
})

test('an unsigned paper proves nothing at all', () => {
  expect(gradeProof({ ...CLEAN, isSigned: false }).proves).toEqual([])
})

test('a bill of lading speaks of the loading, a receipt of the arrival', () => {
  expect([sideOf('bill-of-lading'), sideOf('proof-of-delivery')]).toEqual(['loading', 'arrival'])
})
