import type { Team } from '@/features/tasks/rules/teams'

/** The team at whose desk a root cause can be stopped; see the root causes of the judges in `deductions/rules`. */
const TEAM_OF_CAUSE: Readonly<Record<string, Team>> = {
  'case-counted-as-each': 'item-master',
  'inner-pack-miscount': 'item-master',
  'weight-overstated': 'item-master',
  'customer-old-price-file': 'sales',
  'allowance-overlooked': 'sales',
  'agreed-programme': 'sales',
  'agreed-price-drop': 'sales',
  'no-agreement': 'sales',
  'outside-dates': 'sales',
  'article-not-in-scope': 'sales',
  'rate-too-high': 'sales',
  'already-on-invoice': 'sales',
  'claimed-too-late': 'sales',
  'wrong-price-billed': 'order-management',
  'wrong-price-and-old-file': 'order-management',
  'change-not-booked': 'order-management',
  'booked-on-other-po': 'order-management',
  'routed-as-ordered': 'order-management',
  'wrong-carrier': 'order-management',
  'pick-error': 'warehouse',
  'pick-error-overclaimed': 'warehouse',
  'pack-error': 'warehouse',
  'asn-late': 'warehouse',
  'shipped-late': 'warehouse',
  'carrier-damage': 'logistics',
  'carrier-loss': 'logistics',
  'customer-carrier-loss': 'logistics',
  'customer-carrier-late': 'logistics',
  'damaged-after-handover': 'logistics',
  'lost-after-signature': 'logistics',
  'appointment-moved-by-customer': 'logistics',
  'counted-before-unloaded': 'logistics',
  'freight-paid-by-us': 'logistics',
  'collect-freight-charged': 'logistics',
  'customer-paid-our-freight': 'logistics',
  'receipt-not-booked': 'logistics',
  'second-delivery-ignored': 'logistics',
  'billed-before-shipment': 'finance',
  'already-credited': 'finance',
  'no-discount-terms': 'finance',
  'difference-taken-before': 'finance',
  'paid-late': 'cash',
  'paid-in-time': 'cash',
}

/** Who can stop a root cause from coming back. What is claimed against the agreement, or not classified yet, stays with deductions. */
export function whoStops(rootCause: string | null): Team {
  return (rootCause === null ? undefined : TEAM_OF_CAUSE[rootCause]) ?? 'deductions'
}
