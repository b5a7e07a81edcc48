import { percentOf } from './amounts'
import { LAST_DAY } from './calendar'
import type { Dice } from './dice'
import type { Sale, World } from './world'

/** How many orders show each fault; none of them causes a claim by itself. */
const RECENT_DAYS = 9

/** Keying and master-data faults: the order check finds those of orders, reconciliation those of deliveries and invoices. */
export function plantDefects(world: World, random: Dice): void {
  const free = () => random.shuffled(world.sales.filter((sale) => !sale.isClaimed))
  const recent = random.shuffled(
    world.sales.filter((sale) => !sale.isClaimed && sale.orderDay > LAST_DAY - RECENT_DAYS && hasOrderFile(sale)),
  )
  plantOrderDefects(recent.slice(0, 14))
  plantOrderDefects(free().filter(hasOrderFile).slice(0, 12))
  for (const sale of free().slice(0, 4)) mark(sale, () => (sale.undelivered = sale.windowTo < LAST_DAY))
  for (const sale of free()
    .filter((one) => one.issueDay < -4)
    .slice(0, 4))
    mark(sale, () => (sale.notBilled = true))
  for (const sale of free()
    .filter((one) => one.deliveredDay < -2)
    .slice(0, 5))
    mark(sale, () => (sale.issueNotPosted = true))
  for (const sale of free()
    .filter((one) => one.noticeDay < 0 && one.customer.sets.includes('856'))
    .slice(0, 10))
    mark(sale, () => announceWrongly(sale))
  for (const sale of free()
    .filter((one) => one.customer.sets.includes('860'))
    .slice(0, 14))
    changeQuantity(sale)
}

function hasOrderFile(sale: Sale): boolean {
  return sale.customer.sets.includes('850') || sale.customer.habit === 'marketplace'
}

/** One third each: old price, wrong pack or quantity, wrong terms. */
function plantOrderDefects(sales: readonly Sale[]): void {
  for (const [index, sale] of sales.entries()) {
    const line = sale.lines[0]
    if (!line) continue
    sale.isClaimed = true
    if (index % 3 === 0) line.poPrice -= percentOf(line.poPrice, 4 + index)
    else if (index % 3 === 1) {
      line.statedPack = line.item.casePack > 1 ? line.item.casePack / (line.item.casePack % 2 === 0 ? 2 : line.item.casePack) : 2
      line.ordered += index % 2 === 0 ? 1 : 0
      line.firstOrdered = line.ordered
    } else if (sale.customer.sets.includes('850')) sale.statedNetDays += 30
    else line.poPrice -= percentOf(line.poPrice, 7)
  }
}

function announceWrongly(sale: Sale): boolean {
  const line = sale.lines[0]
  if (line) line.announced = Math.max(line.item.casePack, line.announced - line.item.casePack)
  return line !== undefined
}

/** A purchase order change raises the quantity of a line by one case; most are booked in SAP. */
function changeQuantity(sale: Sale): void {
  const line = sale.lines[0]
  if (line && line.ordered > 2 * line.item.casePack) line.firstOrdered = line.ordered - line.item.casePack
}

// A sale with a fault of its own carries no claim, so that both stay readable.
function mark(sale: Sale, fault: () => boolean): void {
  if (fault()) sale.isClaimed = true
}
