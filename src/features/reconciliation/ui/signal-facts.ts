import { joinTerm } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { SignalRow } from '../queries/find-signals'
import type { Texts } from './texts'

/** The numbers a desk looks a step up by, each with its name; `t` speaks the words of shipments. */
export function signalFacts(row: SignalRow, t: Texts, locale: Locale): string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    [t('po'), row.po_number],
    [t('signal.delivery'), row.delivery_key],
    [t('signal.invoice'), row.invoice_key],
    [t('carrier'), row.carrier],
    [t('pro'), row.pro],
    [t('bol'), row.bol],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [joinTerm(name, value, locale)]))
}
