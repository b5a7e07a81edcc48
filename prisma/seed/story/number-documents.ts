import type { Day } from './calendar'
import { existing } from './dice'
import { HARBOR_TRUCK } from './harbor-truck'
import type { Sale, World } from './world'

/** Numbers documents in the order of their days so that the truck of Harbor & Pine gets exactly the numbers the mockups show. */
export function numberDocuments(world: World): void {
  const { sales } = world
  inOrder(sales, (sale) => sale.orderDay).forEach((sale, index) => {
    sale.salesOrder = String(11204000 + index)
  })
  countedFromAnchor(
    sales,
    (sale) => sale.issueDay,
    Number(HARBOR_TRUCK.delivery),
    (sale, number) => {
      sale.delivery = String(number)
      if (sale.bol === '') sale.bol = `${sale.plant.id === '2000' ? '77' : '71'}-${number - Number(HARBOR_TRUCK.delivery) + 20418}`
    },
  )
  countedFromAnchor(
    sales,
    (sale) => sale.invoiceDay,
    Number(HARBOR_TRUCK.invoice),
    (sale, number) => {
      sale.invoice = String(number)
    },
  )
  const harbor = sales.filter((sale) => sale.customer.id === 'C01')
  countedFromAnchor(
    harbor,
    (sale) => sale.orderDay,
    Number(HARBOR_TRUCK.po),
    (sale, number) => {
      sale.po = String(number)
    },
  )
}

function inOrder(sales: readonly Sale[], dayOf: (sale: Sale) => Day): Sale[] {
  return [...sales].sort((a, b) => dayOf(a) - dayOf(b))
}

function countedFromAnchor(
  sales: readonly Sale[],
  dayOf: (sale: Sale) => Day,
  anchorNumber: number,
  give: (sale: Sale, number: number) => void,
): void {
  const sorted = inOrder(sales, dayOf)
  const anchor = sorted.indexOf(existing(sales[0]))
  for (const [index, sale] of sorted.entries()) give(sale, anchorNumber + index - anchor)
}
