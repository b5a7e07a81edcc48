import { describe, expect, it } from 'vitest'
import { cents, decimal, times, total } from './amounts'
import { existing } from './dice'
import { planWorld } from './plan-world'
import { cartonsOf, invoiceTotal, type SaleLine } from './world'

const world = planWorld()
const claimNamed = (number: string) => existing(world.claims.find((claim) => claim.number === number))
const steps = (line: SaleLine) => [line.ordered, line.confirmed, line.shipped, line.announced, line.arrived, line.received]

describe('the quarter', () => {
  it('has about nine hundred orders and three to four hundred deductions of twelve customers', () => {
    expect(world.sales.length).toBeGreaterThan(850)
    expect(world.sales.length).toBeLessThan(1050)
    expect(world.claims.length).toBeGreaterThan(300)
    expect(world.claims.length).toBeLessThan(400)
    expect(new Set(world.claims.map((claim) => claim.customer.id)).size).toBe(12)
  })

  it('takes what it claims: quantity times unit price, to the cent', () => {
    for (const claim of world.claims) {
      if (claim.quantity !== null && claim.unit !== null)
        expect([claim.number, claim.amount]).toEqual([claim.number, times(claim.unit, claim.quantity)])
    }
  })

  it('pays what is owed: invoices less discounts and deductions plus repayments', () => {
    for (const payment of world.payments) {
      const taken = total([...payment.claims, ...payment.discounts], (claim) => claim.amount)
      expect(payment.total).toBe(total(payment.sales, invoiceTotal) - taken + total(payment.reversals, (claim) => claim.amount))
      expect(payment.total).toBeGreaterThan(0n)
      expect(payment.day).toBeLessThan(0)
    }
  })

  it('takes every claim exactly once', () => {
    const taken = world.payments.flatMap((payment) => [...payment.claims, ...payment.discounts])
    expect(taken).toHaveLength(world.claims.length)
    expect(new Set(taken).size).toBe(world.claims.length)
  })

  it('gives every claim of a customer its own number, and every document too', () => {
    const numbered = world.claims.filter((claim) => claim.number !== '').map((claim) => `${claim.customer.id}/${claim.number}`)
    expect(new Set(numbered).size).toBe(numbered.length)
    for (const field of ['salesOrder', 'delivery', 'invoice'] as const)
      expect(new Set(world.sales.map((sale) => sale[field])).size).toBe(world.sales.length)
    expect(new Set(world.sales.map((sale) => `${sale.customer.id}/${sale.po}`)).size).toBe(world.sales.length)
  })

  it('is the same whenever it is told', () => {
    const facts = (claims: typeof world.claims) => claims.map((claim) => [claim.number, claim.amount, claim.payDay, claim.outcome.state])
    expect(facts(planWorld().claims)).toEqual(facts(world.claims))
  })
})

describe('claim HP-881204', () => {
  const claim = claimNamed('HP-881204')
  const { sale } = claim

  it('is 24 headphones at 74.50 of line 20, code 22, due tomorrow', () => {
    expect([claim.code, claim.quantity, decimal(existing(claim.unit)), decimal(claim.amount), claim.deadlineDay]).toEqual([
      '22',
      24,
      '74.50',
      '1788.00',
      1,
    ])
    expect([sale.po, sale.delivery, sale.invoice, sale.bol, sale.seal]).toEqual(['4500118', '80021177', '90417733', '77-20418', '0098113'])
    expect(sale.lines.map((line) => [line.item.vendorPart, ...steps(line)])).toEqual([
      ['HM2-BK', 60, 60, 60, 60, 60, 60],
      ['HM2-SD', 120, 120, 120, 120, 120, 96],
      ['PS-500', 16, 16, 16, 16, 16, 16],
    ])
    expect(cartonsOf(sale.lines, 'shipped')).toBe(46)
    expect(existing(claim.line).item.casePack).toBe(6)
  })

  it('shares its delivery with two more claims, 5,364.00 together', () => {
    const three = ['HP-881204', 'HP-881205', 'HP-881206'].map(claimNamed)
    expect(three.map((one) => [decimal(one.amount), one.site.number])).toEqual([
      ['1788.00', '6021'],
      ['2682.00', '118'],
      ['894.00', '131'],
    ])
    expect(decimal(total(three, (one) => one.amount))).toBe('5364.00')
    expect(new Set(three.map((one) => one.sale)).size).toBe(1)
  })
})

describe('the tracker of the mockups', () => {
  it.each([
    ['BM-770418', '24', '6214.00', -2],
    ['KH-30771', '11', '3460.80', 2],
    ['TN-5590-C', 'SH', '1964.25', 2],
    ['BM-770422', 'OTIF', '4875.00', 3],
    ['OG-19034', '50', '7200.00', 3],
    ['TN-5594-C', '28', '842.60', 4],
    ['KH-30779', '10', '1126.40', 4],
    ['HP-881231', '94', '2315.90', 5],
    ['CL-42117', 'A034', '5388.00', 6],
    ['CL-42131', 'TR08', '350.00', 7],
    ['OG-19052', '44', '612.75', 9],
    ['BM-770451', '21', '1490.00', 11],
    ['TN-5610-C', '30', '3927.00', 12],
    ['KH-30802', '25', '9684.00', 14],
    ['HP-881260', '11', '2044.80', 15],
    ['CL-42150', 'A030', '3129.00', 18],
    ['OG-19077', '92', '4410.00', 21],
    ['BM-770466', '15', '528.00', 26],
    ['KH-30815', '13', '1677.50', 33],
    ['OG-19081', '14', '958.50', 35],
  ])('shows %s with code %s over %s, due in %i days', (number, code, amount, deadline) => {
    const claim = claimNamed(number)
    expect([claim.code, decimal(claim.amount), claim.deadlineDay, claim.outcome.state]).toEqual([code, amount, deadline, 'open'])
  })

  it('knows what each of the partly valid ones is worth', () => {
    const contested = (number: string) => decimal(claimNamed(number).amount - claimNamed(number).validAmount)
    expect(['TN-5590-C', 'KH-30779', 'BM-770451', 'OG-19077'].map(contested)).toEqual(['1309.50', '563.20', '745.00', '2205.00'])
  })

  it('fines and freight follow from the invoice and the tariff', () => {
    const moved = claimNamed('BM-770422')
    expect(moved.amount).toBe((invoiceTotal(moved.sale) * BigInt(moved.customer.finePercent)) / 100n)
    const freight = claimNamed('OG-19052')
    expect(freight.amount).toBe(
      freight.sale.carrier.baseFreight + times(freight.sale.carrier.freightPerCarton, cartonsOf(freight.sale.lines, 'loaded')),
    )
    expect(claimNamed('OG-19034').amount).toBe((invoiceTotal(claimNamed('OG-19034').sale) * 25n) / 100n)
    expect(invoiceTotal(claimNamed('KH-30802').sale)).toBe(cents('9684.00'))
  })
})
