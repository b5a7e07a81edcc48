import { type Day, LAST_DAY, type StoryCalendar } from './calendar'
import { freightOf, OWN } from './carriers'
import { withCheckDigit } from './items'
import { cartonsOf, isShipped, type Sale, type SaleLine, type World } from './world'
import { carrierPartner, freightTerms, itemIds, partnerOf, shipTo } from './x12-parts'
import type { Segment, X12Writer } from './x12-writer'

/** Ship notices (856), carrier status (214) and freight bills (210). */
export function writeX12Shipping(world: World, writer: X12Writer, calendar: StoryCalendar): void {
  for (const sale of world.sales) {
    if (!isShipped(sale)) continue
    if (sale.customer.sets.includes('856') && sale.noticeDay <= LAST_DAY)
      writer.add(partnerOf(sale.customer), '856', sale.noticeDay, notice856(sale, calendar), { isOurs: true })
    if (sale.isTracked) writeStatus(sale, writer, calendar)
    const billDay = sale.issueDay + 7
    if (sale.freightBilled && billDay <= LAST_DAY)
      writer.add(carrierPartner(sale.carrier), '210', billDay, bill210(sale, billDay, calendar))
  }
}

/** SSCC-18 of the n-th carton of a delivery. Source: GS1, extension digit, company prefix, serial, check digit. */
function serialOf(sale: Sale, carton: number): string {
  return withCheckDigit(`0${OWN.companyPrefix}${`${sale.delivery.slice(-5)}${String(carton).padStart(4, '0')}`}`)
}

/** One carton label per carton up to this many; a longer list says nothing more to a reader. */
const LABELS_MAX = 60

function notice856(sale: Sale, calendar: StoryCalendar): Segment[] {
  const head: Segment[] = [
    ['BSN', '00', sale.delivery, calendar.compact(sale.noticeDay), '1544', '0002'],
    ['HL', 1, '', 'S'],
    ['TD1', 'CTN', cartonsOf(sale.lines, 'announced')],
    ['TD5', '', '2', sale.carrier.scac, 'M', sale.carrier.name],
    ['TD3', 'TL', '', sale.trailer, '', '', '', '', '', sale.seal],
    ['REF', 'BM', sale.bol],
    ['REF', 'CN', sale.pro],
    ['REF', 'SN', sale.seal],
    ['DTM', '011', calendar.compact(sale.issueDay)],
    ['DTM', '017', calendar.compact(sale.windowTo - 1)],
    freightTerms(sale),
    ['N1', 'SF', OWN.name, '92', sale.plant.id],
    ...shipTo(sale),
    ['HL', 2, 1, 'O'],
    ['PRF', sale.po],
    ['REF', 'VN', sale.delivery],
  ]
  let level = 2
  let carton = 0
  const lines = sale.lines.flatMap((line): Segment[] => {
    const item = ++level
    const cartons = Math.ceil(line.announced / line.item.casePack)
    const packs = Array.from({ length: Math.min(cartons, LABELS_MAX) }, (): Segment[] => [
      ['HL', ++level, item, 'P'],
      ['MAN', 'GM', `00${serialOf(sale, ++carton)}`],
    ])
    return [
      ['HL', item, 2, 'I'],
      ['LIN', line.number, ...itemIds(sale.customer, line.item)],
      ['SN1', '', line.announced, 'EA'],
      ['PO4', line.item.casePack, 1, 'EA'],
      ...packs.flat(),
    ]
  })
  return [...head, ...lines, ['CTT', level]]
}

function writeStatus(sale: Sale, writer: X12Writer, calendar: StoryCalendar): void {
  const add = (day: Day, status: string, reason: string, time: string, city: string, region: string) => {
    if (day <= LAST_DAY)
      writer.add(carrierPartner(sale.carrier), '214', day, status214(sale, { day, status, reason, time, city, region }, calendar))
  }
  const city = /^[\x20-\x7e]+$/.test(sale.site.city) ? sale.site.city : `${sale.customer.latinName} ${sale.site.number}`
  add(sale.issueDay, 'AF', 'NS', '1530', sale.plant.city, sale.plant.region)
  if (sale.appointmentMovedTo !== null) add(sale.issueDay + 1, 'AG', 'AG', '1015', city, sale.site.region)
  add(sale.deliveredDay, 'D1', 'NS', '0842', city, sale.site.region)
}

type Status = { day: Day; status: string; reason: string; time: string; city: string; region: string }

function status214(sale: Sale, { day, status, reason, time, city, region }: Status, calendar: StoryCalendar): Segment[] {
  const cartons = cartonsOf(sale.lines, 'arrived')
  return [
    ['B10', sale.pro, sale.bol, sale.carrier.scac],
    ['L11', sale.po, 'PO'],
    ['L11', sale.delivery, 'SI'],
    ['LX', 1],
    ['AT7', status, reason, '', '', calendar.compact(day), time, 'LT'],
    ['MS1', city, region],
    ['MS2', sale.carrier.scac, sale.trailer],
    ...(status === 'D1' && sale.carrier.countsPieces && sale.pod !== 'none' ? [['AT8', 'G', 'L', cartons * 18, cartons] as Segment] : []),
  ]
}

function bill210(sale: Sale, day: Day, calendar: StoryCalendar): Segment[] {
  const cartons = cartonsOf(sale.lines, 'loaded')
  const amount = String(freightOf(sale.carrier, cartons))
  return [
    [
      'B3',
      '',
      `F${sale.pro}`,
      sale.bol,
      'PP',
      '',
      calendar.compact(day),
      amount,
      '',
      calendar.compact(sale.deliveredDay),
      '035',
      sale.carrier.scac,
    ],
    ['N9', 'BM', sale.bol],
    ['N9', 'PO', sale.po],
    ['N9', 'CN', sale.pro],
    ['LX', 1],
    ['L0', 1, '', '', cartons * 18, 'G', '', '', cartons, 'CTN'],
    ['L1', 1, '', '', amount],
    ['L3', cartons * 18, 'G', '', '', amount],
  ]
}

/** A count by the customer: which lines of which order, and how many. */
export type Count = { sale: Sale; po: string; day: Day; isFirst: boolean; lines: { line: SaleLine; number: number; quantity: number }[] }

/** First counts, later counts and goods booked on another order, oldest first. */
export function countsOf(world: World): Count[] {
  const counts = world.sales.filter(isShipped).flatMap((sale): Count[] => {
    const first = sale.lines.filter((line) => line.received > 0).map((line) => ({ line, number: line.number, quantity: line.received }))
    const later = sale.recounts.map(({ day, line, quantity, ontoPo }) => ({
      sale,
      po: ontoPo ?? sale.po,
      day,
      isFirst: false,
      lines: [{ line, number: ontoPo === null ? line.number : 99, quantity }],
    }))
    return [...(first.length > 0 ? [{ sale, po: sale.po, day: sale.receivedDay, isFirst: true, lines: first }] : []), ...later]
  })
  return counts.filter((count) => count.day <= LAST_DAY).sort((a, b) => a.day - b.day)
}
