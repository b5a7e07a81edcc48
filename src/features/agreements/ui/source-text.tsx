import { useTranslations } from 'next-intl'

// What registers are first filled with says its source in English; what people write themselves stays as they wrote it.
const SHIPPED: Readonly<Record<string, string>> = {
  'vendor guide of the customer, payments chapter': 'guidePayments',
  'vendor agreement, claims clause': 'agreementClaims',
  'marketplace help pages, disputes': 'helpDisputes',
  'marketplace help pages, shortage claims': 'helpShortage',
  'marketplace help pages, chargebacks': 'helpChargebacks',
  'help pages of the portal, shortage claims': 'portalShortage',
  'mail of the category office': 'categoryMail',
  'distribution agreement, section 12': 'distribution',
  'our general terms, no other agreement': 'generalTerms',
  'supplier guide, chapter cost changes': 'guideCosts',
  '49 USC 14706(e): a carrier may not set less than nine months; Uniform Straight Bill of Lading, section 3(b): nine months after delivery, or after a reasonable time for it':
    'freightFiling',
  '49 CFR 370.5: acknowledged in writing within 30 days after receipt of the claim': 'freightAcknowledgement',
  '49 CFR 370.9: paid, declined or settled by a firm offer within 120 days after receipt of the claim': 'freightAnswer',
  '49 USC 14706(e): not less than two years from the written notice that the claim is disallowed': 'freightSuit',
  'NMFC 300135 before 18 April 2015: notice within 15 days after delivery': 'concealedOld',
  'NMFC 300135-A, Supplement 1 to NMF 100-AO: notice and request for inspection within five business days after delivery': 'concealedNew',
}

type SourceTextProps = { source: string }

/** Where something is agreed, in the reader's language where the program knows the words. */
export function SourceText({ source }: SourceTextProps) {
  const t = useTranslations('agreements')
  const key = SHIPPED[source]
  return key === undefined ? source : t(`sourceOf.${key}`)
}
