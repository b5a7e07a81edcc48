import { decimal, decimalComma, dollars } from './amounts'
import type { StoryCalendar } from './calendar'
import { CLAIM_LAYOUTS, type ClaimField, type ClaimLayout } from './claim-layouts'
import { customerItem } from './customer-items'
import type { StoryShelves } from './story-file'
import { csvRow, RowFiles } from './text'
import { type WorkbookCell, workbookOf } from './workbook'
import type { Claim, World } from './world'

const AMOUNT: Record<ClaimLayout['amounts'], (amount: bigint) => string> = { plain: decimal, dollars, comma: decimalComma }

/** Claim detail files of the customers that have a portal, one per month; one month of one customer is a workbook. */
export async function writeClaimFiles(world: World, shelves: StoryShelves, calendar: StoryCalendar): Promise<void> {
  const workbook = { customer: 'C06', period: calendar.period(-40) }
  for (const [customer, claims] of Map.groupBy(
    world.claims.filter((claim) => claim.kind !== 'discount'),
    (claim) => claim.customer,
  )) {
    const layout = CLAIM_LAYOUTS[customer.id]
    if (!layout) continue
    const files = new RowFiles()
    const titles = layout.columns.map(([title]) => title)
    const sorted = [...claims].sort((a, b) => a.claimDay - b.claimDay || a.number.localeCompare(b.number))
    for (const [period, ofMonth] of Map.groupBy(sorted, (claim) => calendar.period(claim.claimDay))) {
      const path = `portal/${customer.id}/claims_${period}`
      if (customer.id === workbook.customer && period === workbook.period) {
        shelves.put(
          'portal',
          `${path}.xlsx`,
          await workbookOf(
            'Claims',
            titles,
            ofMonth.map((claim) => workbookRow(claim, layout, calendar)),
          ),
        )
      } else
        for (const claim of ofMonth)
          files.add(`${path}.csv`, csvRow(titles, layout.separator), csvRow(claimRow(claim, layout, calendar), layout.separator))
    }
    for (const file of files.files(layout.encoding)) shelves.put('portal', file.path, file.bytes)
  }
}

/** The cells of one claim in the layout of its customer. */
export function claimRow(claim: Claim, layout: ClaimLayout, calendar: StoryCalendar): string[] {
  return layout.columns.map(([, field]) => fieldText(claim, field, layout, calendar))
}

function workbookRow(claim: Claim, layout: ClaimLayout, calendar: StoryCalendar): WorkbookCell[] {
  return layout.columns.map(([, field]) => {
    const text = fieldText(claim, field, layout, calendar)
    if (text === '') return null
    if (field === 'date') return new Date(`${calendar.iso(claim.claimDay)}T00:00:00Z`)
    return field === 'amount' || field === 'unit' || field === 'quantity' ? Number(text) : text
  })
}

function fieldText(claim: Claim, field: ClaimField, layout: ClaimLayout, calendar: StoryCalendar): string {
  const { sale, item, customer } = claim
  const isSilent = claim.kind === 'unclear'
  const isBare = isSilent || claim.kind === 'priceProtection'
  const amount = AMOUNT[layout.amounts]
  switch (field) {
    case 'number':
      return claim.number
    case 'date':
      return calendar[layout.dates](claim.claimDay)
    case 'code':
      return claim.code
    case 'words':
      return claim.words
    case 'po':
      return isBare ? '' : sale.po
    case 'invoice':
      return isBare ? '' : sale.invoice
    case 'site':
      return claim.site.number
    case 'item':
      return isSilent || !item ? '' : customerItem(customer, item)
    case 'upc':
      return isSilent || !item ? '' : item.upc
    case 'gtin':
      return isSilent || !item ? '' : item.gtin14
    case 'quantity':
      return isSilent || claim.quantity === null ? '' : String(claim.quantity)
    case 'unit':
      return isSilent || claim.unit === null ? '' : amount(claim.unit)
    case 'amount':
      return amount(claim.amount)
    case 'received':
      return receivedText(claim)
    case 'reference':
      return claim.reference
  }
}

/** What the customer says to have received, where that explains the claim. */
function receivedText({ line, kind, quantity }: Claim): string {
  const isCounted = kind === 'carton' || kind === 'concealed' || kind === 'unitShort' || kind === 'sealIntact'
  if (!line || !(kind === 'damage' || (isCounted && quantity === line.shipped - line.received))) return ''
  return String(line.received)
}
