import { chineseRows, clubRows, marketplaceRows, type Row, stubRows } from './advice-csv'
import { adviceLines, DEALER_HEADER, dealerRows } from './advice-text'
import type { StoryCalendar } from './calendar'
import type { StoryShelves } from './story-file'
import { csvRow, encoded, RowFiles, type TextEncoding } from './text'
import type { Payment, World } from './world'

/** Remittance advices of the customers without 820: marketplace, club, cheque stubs, Chinese shop, distributor text, dealers. */
export function writeRemittanceFiles(world: World, shelves: StoryShelves, calendar: StoryCalendar): void {
  const stubs = new RowFiles()
  for (const payment of world.payments) {
    switch (payment.customer.habit) {
      case 'marketplace':
        putCsv(shelves, payment, marketplaceRows(payment, calendar))
        break
      case 'warehouse-club':
        putCsv(shelves, payment, clubRows(payment, calendar))
        break
      case 'cheque-stub':
        putCsv(shelves, payment, stubRows(payment, calendar))
        break
      case 'chinese':
        putCsv(shelves, payment, chineseRows(payment, calendar), 'gb18030')
        break
      case 'advice-text':
        shelves.put(
          'payments',
          `advice/${payment.customer.id}/advice_${payment.number}.txt`,
          encoded(`${adviceLines(payment, calendar).join('\r\n')}\r\n`),
        )
        break
      case 'dealers':
        for (const row of dealerRows(payment, calendar))
          stubs.add(`portal/C12/stubs_${calendar.period(payment.day)}.csv`, DEALER_HEADER, row)
        break
      default:
    }
  }
  for (const file of stubs.files('utf8', '\n')) shelves.put('payments', file.path, file.bytes)
}

function putCsv(shelves: StoryShelves, payment: Payment, rows: readonly Row[], encoding: TextEncoding = 'utf8'): void {
  const text = `${rows.map((row) => csvRow(row)).join('\r\n')}\r\n`
  shelves.put('payments', `portal/${payment.customer.id}/remittance_${payment.number}.csv`, encoded(text, encoding))
}
