import { describe, expect, test } from 'vitest'
import { type KnownOrders, type ProvenOrder, settleDateOrder } from './date-order'

const NOTHING: KnownOrders = { hasSender: true, proven: [], answer: null, ofCustomer: null, leaning: null }
const early = new Date('2026-01-01')
const late = new Date('2026-02-01')
const proof = (order: ProvenOrder['order'], change: Partial<ProvenOrder> = {}): ProvenOrder => ({
  order,
  isSameHeader: true,
  isSameSender: true,
  lastAt: early,
  ...change,
})
const settle = (known: Partial<KnownOrders>) => settleDateOrder({ ...NOTHING, ...known })

describe('dates that fit both orders', () => {
  test('are asked about when nothing is known', () => {
    expect(settle({})).toBeNull()
  })

  test('are read as earlier files of the sender with this header, before its other files and its currency', () => {
    const proven = [proof('day-first'), proof('month-first', { isSameHeader: false })]
    expect(settle({ proven, ofCustomer: 'month-first' })).toEqual({ order: 'day-first', because: 'same-header' })
  })

  test('are read as other files of the sender when none has this header', () => {
    expect(settle({ proven: [proof('day-first', { isSameHeader: false })] })).toEqual({ order: 'day-first', because: 'sender' })
  })

  test('are asked about when files of the sender prove both orders', () => {
    expect(settle({ proven: [proof('day-first'), proof('month-first')], ofCustomer: 'month-first' })).toBeNull()
  })

  test('another sender with the same header says nothing about a sender that is known', () => {
    expect(settle({ proven: [proof('day-first', { isSameSender: false })] })).toBeNull()
    expect(settle({ hasSender: false, proven: [proof('day-first', { isSameSender: false })] })).toEqual({
      order: 'day-first',
      because: 'same-header',
    })
  })

  test('a person has the last word until a later file proves the other order', () => {
    const answer = { order: 'day-first', saidAt: late } as const
    expect(settle({ answer, proven: [proof('month-first')] })).toEqual({ order: 'day-first', because: 'answer' })
    expect(settle({ answer, proven: [proof('month-first', { lastAt: new Date('2026-03-01') })] })).toBeNull()
  })

  test('the customer and the file itself decide when they do not contradict each other', () => {
    expect(settle({ ofCustomer: 'month-first' })).toEqual({ order: 'month-first', because: 'customer' })
    expect(settle({ leaning: { order: 'day-first', because: 'language' } })).toEqual({ order: 'day-first', because: 'language' })
    expect(settle({ ofCustomer: 'month-first', leaning: { order: 'day-first', because: 'numbers' } })).toBeNull()
  })
})
