import { addDays, asCalendarDate, type CalendarDate } from '@/core/calendar-date'
import type { Money } from '@/core/money'

export const TODAY = asCalendarDate('2026-11-23')

export type SampleRow = {
  id: string
  number: string
  customer: string
  category: string
  code: string
  amount: Money
  verdict: string
  sure: number
  atRisk: Money
  dueOn: CalendarDate
  missing: number
  next: string
}

const FACTS: readonly (readonly [string, string, string, string, bigint, string, string, number, bigint, number, number, string])[] = [
  ['BM-770418', 'Blue Mesa Markets', 'Shortage', '24', 621_400n, 'USD', 'Invalid', 94, 621_400n, -2, 2, 'Ask for late filing'],
  ['HP-881204', 'Harbor & Pine', 'Shortage', '22', 178_800n, 'USD', 'Invalid', 96, 178_800n, 1, 1, 'Get POD page 2'],
  ['HP-881205', 'Harbor & Pine', 'Shortage', '22', 268_200n, 'USD', 'Invalid', 96, 268_200n, 1, 1, 'Get POD page 2'],
  ['KH-30771', 'Kestrel Home', 'Pricing', '11', 346_080n, 'USD', 'Invalid', 91, 346_080n, 2, 0, 'Build package'],
  ['TN-5590-C', 'Tern & Co. Canada', 'Shortage', 'SH', 196_425n, 'CAD', 'Partly', 88, 130_950n, 2, 0, 'Build package'],
  ['BM-770422', 'Blue Mesa Markets', 'Late fine', 'OTIF', 487_500n, 'USD', 'Invalid', 79, 487_500n, 3, 2, 'Add appointment'],
  ['OG-19034', 'Oak & Gale', 'Allowance', '50', 720_000n, 'USD', 'Valid', 93, 0n, 3, 0, 'Accept as promo'],
  ['TN-5594-C', 'Tern & Co. Canada', 'Damage', '28', 84_260n, 'CAD', 'Unclear', 54, 84_260n, 4, 3, 'Ask for photos'],
  ['CL-42117', 'Cinder Lane', 'Shortage', 'A034', 538_800n, 'USD', 'Invalid', 97, 538_800n, 6, 0, 'Build package'],
  ['OG-19052', 'Oak & Gale', 'Freight', '44', 61_275n, 'USD', 'Invalid', 86, 61_275n, 9, 1, 'Get freight bill'],
  ['BM-770451', 'Blue Mesa Markets', 'Shortage', '21', 149_000n, 'USD', 'Partly', 72, 74_500n, 11, 1, 'Ask for photos'],
  ['KH-30802', 'Kestrel Home', 'Shortage', '25', 968_400n, 'USD', 'Unclear', 58, 968_400n, 14, 2, 'Confirm receipt'],
]

export const ROWS: readonly SampleRow[] = FACTS.map(
  ([number, customer, category, code, minor, currency, verdict, sure, risk, days, missing, next]) => ({
    id: number,
    number,
    customer,
    category,
    code,
    amount: { minor, currency },
    verdict,
    sure,
    atRisk: { minor: risk, currency },
    dueOn: addDays(TODAY, days),
    missing,
    next,
  }),
)
