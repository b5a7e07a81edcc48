import type { StoryCalendar } from './calendar'
import { CLAIM_LAYOUTS } from './claim-layouts'
import type { StoryShelves } from './story-file'
import { csvRow, encoded } from './text'
import type { Payment, World } from './world'

/**
 * Faults planted on purpose, so that the demo shows how the application meets them:
 *
 * 1. The last cheque stub of Tern & Co. Canada states a total 50.00 above its lines.
 * 2. `portal/C05/claims_late.csv` (Blue Mesa Markets) has one amount `xx.xx`, one date 02/30, and one good row
 *    whose reason code Q7 is unknown.
 * 3. One 820 interchange of Harbor & Pine stands twice in its file.
 * 4. The same late claims file arrives a second time under another name, byte for byte.
 */
export function plantTotalFault(world: World): void {
  const stub = world.payments.findLast((payment) => payment.customer.habit === 'cheque-stub')
  if (stub) stub.statedTotal += 5000n
}

/** The payment whose interchange is sent twice: the second to last of Harbor & Pine. */
export function paymentSentTwice(world: World): string {
  return world.payments.filter((payment: Payment) => payment.customer.habit === 'nested-820').at(-2)?.number ?? ''
}

export function writeFaultyClaims(world: World, shelves: StoryShelves, calendar: StoryCalendar): void {
  const layout = CLAIM_LAYOUTS['C05']
  const sales = world.sales.filter((sale) => sale.customer.id === 'C05' && sale.payDay < -8 && !sale.isClaimed).slice(-3)
  if (!layout || sales.length < 3) throw new Error('Blue Mesa has no orders for its late claims')
  const year = calendar.iso(-5).slice(0, 4)
  const cells = [
    { date: calendar.american(-5), code: '24', amount: 'xx.xx', unit: '33.00' },
    { date: `02/30/${year}`, code: '24', amount: '66.00', unit: '33.00' },
    { date: calendar.american(-5), code: 'Q7', amount: '66.00', unit: '33.00' },
  ]
  const rows = cells.map(({ date, code, amount, unit }, index) => {
    const sale = sales[index]
    return csvRow([
      `BM-77059${index + 1}`,
      date,
      code,
      code === 'Q7' ? '' : 'Carton shortage',
      sale?.po ?? '',
      sale?.invoice ?? '',
      sale?.site.number ?? '',
      '',
      '2',
      unit,
      amount,
      '',
    ])
  })
  const text = `${[csvRow(layout.columns.map(([title]) => title)), ...rows].join('\r\n')}\r\n`
  shelves.put('portal', 'portal/C05/claims_late.csv', encoded(text))
  shelves.put('portal', 'portal/C05/claims_late_again.csv', encoded(text))
}
