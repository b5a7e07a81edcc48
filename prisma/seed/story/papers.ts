import { type CalendarDate } from '@/core/calendar-date'
import { LAST_DAY, type StoryCalendar, storyCalendar } from './calendar'
import { existing } from './dice'
import { isFailedShipment } from './failed-shipment'
import { type PaperPage, scannedPaper, textPaper } from './paper-page'
import { billOfLading, deliveryReceipt, gatePage, isOnHarborTruck, returnAuthorisation } from './paper-words'
import { planWorld } from './plan-world'
import { scanOf } from './scan-image'
import type { StoryFile, StoryShelves } from './story-file'
import { isShipped, type Sale, type World } from './world'

/** Delivery receipts, bills of lading and return authorisations as PDF; some receipts are scans without a text layer. */
export async function writePapers(world: World, shelves: StoryShelves, calendar: StoryCalendar): Promise<void> {
  for (const sale of world.sales) {
    if (!isShipped(sale)) continue
    if (sale.bolPaper !== 'none') {
      const page = billOfLading(sale, calendar)
      shelves.put(
        'papers',
        `bol/${calendar.period(sale.issueDay)}/${sale.carrier.scac}-BOL-${sale.bol}.pdf`,
        await paper(page, sale.bolPaper),
      )
    }
    const receiptDay = sale.deliveredDay + 1
    if (sale.pod !== 'none' && receiptDay <= LAST_DAY) {
      const path = `pod/${calendar.period(receiptDay)}/${sale.carrier.receiptName(sale.pro, calendar.compact(sale.deliveredDay))}`
      shelves.put('papers', path, await paper(deliveryReceipt(sale, calendar), sale.pod))
    }
    if (!sale.customer.sets.includes('850')) await writeAuthorisations(sale, shelves, calendar)
  }
}

/** The stamped second page that the carrier of the Harbor & Pine truck sends after today: what logistics was asked for. */
export async function papersArrivingLater(today: CalendarDate): Promise<StoryFile[]> {
  const calendar = storyCalendar(today)
  const sales = planWorld().sales.filter(isOnHarborTruck)
  return Promise.all(
    sales.map(async (sale) => ({ path: `pod/later/POD_${sale.pro}_page_2.pdf`, bytes: await textPaper([gatePage(sale, calendar)]) })),
  )
}

/** The receipt of the shipment that failed, as the carrier sends it when somebody asks: it answers all three claims on it. */
export async function receiptOfFailedShipment(today: CalendarDate): Promise<StoryFile> {
  const calendar = storyCalendar(today)
  const world = planWorld()
  const sale = existing(world.sales.find((one) => isFailedShipment(one, world.claims)))
  return { path: `pod/later/DR-${sale.pro}.pdf`, bytes: await textPaper([deliveryReceipt(sale, calendar)]) }
}

async function writeAuthorisations(sale: Sale, shelves: StoryShelves, calendar: StoryCalendar): Promise<void> {
  for (const one of sale.returns) {
    if (one.day > LAST_DAY) continue
    shelves.put('papers', `rga/${calendar.period(one.day)}/${one.rga}.pdf`, await textPaper([returnAuthorisation(sale, one, calendar)]))
  }
}

function paper(page: PaperPage, kind: 'text' | 'image'): Promise<Uint8Array> {
  return kind === 'text' ? textPaper([page]) : scannedPaper(scanOf(page.title, page.lines))
}
