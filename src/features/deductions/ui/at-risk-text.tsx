import { MoneyText } from '@/ui/money-text'
import type { TrackerRow } from '../queries/tracker-row'

/** Days before its deadline in which what may be lost takes its colour. Source: the design rules on colour. */
const SOON_DAYS = 7

type AtRiskTextProps = { row: Pick<TrackerRow, 'daysLeft' | 'atRisk'>; strong?: boolean }

/** What may be lost of a deduction: in the colour of risk only where it is lost soon. */
export function AtRiskText({ row: { daysLeft, atRisk }, strong = false }: AtRiskTextProps) {
  const isSoon = daysLeft !== null && daysLeft <= SOON_DAYS && atRisk.minor > 0n
  return <MoneyText value={atRisk} strong={strong} tone={isSoon ? 'risk' : 'plain'} />
}
