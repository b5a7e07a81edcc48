import { expect, it } from 'vitest'
import { spreadCheque } from './spread-cheque'

const invoices = (...open: (number | null)[]) =>
  open.map((minor, at) => ({ reference: String(at), openMinor: minor === null ? null : BigInt(minor) }))

it('a cheque that is what its invoices leave open pays them all', () => {
  expect(spreadCheque(150_000n, invoices(100_000, 50_000))).toEqual({ kind: 'spread', openMinor: 150_000n, residualMinor: 0n })
})

it('a cheque that is short of them leaves one residual', () => {
  expect(spreadCheque(147_000n, invoices(100_000, 50_000))).toEqual({ kind: 'spread', openMinor: 150_000n, residualMinor: 3_000n })
})

it.each([
  ['an invoice that is not known', 150_000n, invoices(100_000, null), 'unknown-invoice'],
  ['an invoice that was paid before', 100_000n, invoices(100_000, 0), 'unknown-invoice'],
  ['more money than is open', 150_001n, invoices(100_000, 50_000), 'too-much'],
  ['so little that an invoice may be left out', 100_000n, invoices(100_000, 50_000), 'one-may-be-left-out'],
  ['no invoice at all', 1n, [], 'unknown-invoice'],
])('a person is asked about %s', (_, total, named, because) => {
  expect(spreadCheque(total, named)).toMatchObject({ kind: 'open', because })
})
