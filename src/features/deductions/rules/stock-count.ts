import { findMailLine } from './mail-line'
import type { MailFacts } from './shipment-facts'

/** Our warehouse's count after a shipment: eaches left over beyond the books, which therefore were not packed. */
export type StockCount = { mail: MailFacts; left: bigint; line: { text: string; position: string }; isCounted: boolean }

const MORE = /(?:counted|found|zählten|多出|盘点)\D{0,20}(\d{1,7})\s*(?:EA|PCS|ST|件|个)?\s*(?:more|over|above|mehr|\b)/i
const AGREES = /(?:agrees? with|matches|stimmt|difference\s*[:=]?\s*0\b|账实相符|一致)/i
const IS_COUNT = /stock count|book stock|inventory count|bestand|盘点/i

/**
 * Finds the count of the claimed article among the mails of a delivery. A mail counts for an article when it names one of
 * its numbers. Null when no mail tells a figure.
 */
export function findStockCount(mails: readonly MailFacts[], articleNumbers: readonly string[]): StockCount | null {
  for (const mail of mails) {
    if (!IS_COUNT.test(mail.text)) continue
    const namesArticle = articleNumbers.some((number) => mail.text.includes(number))
    if (!namesArticle && articleNumbers.length > 0) continue
    if (AGREES.test(mail.text)) return { mail, left: 0n, line: findMailLine(mail, AGREES), isCounted: false }
    const more = MORE.exec(mail.text)
    if (more?.[1] !== undefined) return { mail, left: BigInt(more[1]), line: findMailLine(mail, MORE), isCounted: true }
  }
  return null
}
