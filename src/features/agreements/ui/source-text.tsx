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
}

type SourceTextProps = { source: string }

/** Where something is agreed, in the reader's language where the program knows the words. */
export function SourceText({ source }: SourceTextProps) {
  const t = useTranslations('agreements')
  const key = SHIPPED[source]
  return key === undefined ? source : t(`sourceOf.${key}`)
}
