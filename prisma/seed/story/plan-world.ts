import { FIRST_DAY, LAST_DAY } from './calendar'
import { CUSTOMERS } from './customers'
import { type Dice, dice } from './dice'
import { planFailedShipment } from './failed-shipment'
import { numberClaims } from './number-claims'
import { numberDocuments } from './number-documents'
import { planClaims } from './plan-claims'
import { plantDefects } from './plan-defects'
import { planFeatured } from './plan-featured'
import { planOutcomes } from './plan-outcomes'
import { planPayments } from './plan-payments'
import { planSale } from './plan-sale'
import type { Sale, World } from './world'

const WEEKS = 13

/** The whole quarter: orders, what happened to them, claims, payments. The same for every today, but for the dates. */
export function planWorld(): World {
  const featured = planFeatured()
  const world: World = { sales: [...featured.sales, ...ordinarySales()], claims: featured.claims, payments: [], stock: [] }
  plantDefects(world, dice('defects'))
  planClaims(world, dice('claims'))
  planPapers(world, dice('papers'))
  // Told last, so that nothing told before changes by it.
  const failed = planFailedShipment()
  world.sales.push(failed.sale)
  world.claims.push(...failed.claims)
  numberDocuments(world)
  numberClaims(world)
  world.payments = planPayments(world)
  planOutcomes(world, dice('outcomes'))
  return world
}

function ordinarySales(): Sale[] {
  return CUSTOMERS.flatMap((customer) => {
    const random = dice(`orders/${customer.id}`)
    const count = customer.ordersPerWeek * WEEKS
    return Array.from({ length: count }, (_, index) => {
      const day = FIRST_DAY + Math.floor(((index + random.next()) * (LAST_DAY - FIRST_DAY)) / count)
      return planSale(customer, index + 10, Math.min(day, LAST_DAY), random)
    })
  })
}

/** Most claimed deliveries have papers already; some others came with theirs. */
function planPapers(world: World, random: Dice): void {
  for (const sale of world.sales) {
    if (sale.isClaimed && sale.pod === 'text' && sale.freight === 'collect' && random.chance(0.5)) sale.bolPaper = 'text'
    if (!sale.isClaimed && random.chance(0.05)) sale.pod = 'text'
  }
}
