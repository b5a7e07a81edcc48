import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { money } from '@/core/money'
import { MoneyText } from '@/ui/money-text'
import type { DeductionDetail } from '../queries/find-deduction'

type IncidentNoteProps = { incident: NonNullable<DeductionDetail['incident']> }

/** One failed shipment behind several deductions: how many and what they come to. */
export function IncidentNote({ incident }: IncidentNoteProps) {
  const t = useTranslations('deductions')
  const currency = incident.members[0]?.amount.currency ?? 'USD'
  const sum = incident.members.reduce((total, member) => total + member.amount.minor, 0n)
  return (
    <p>
      {t('claimsCount', { count: incident.members.length })}{' '}
      <Link className="figure" href={`/incidents/${incident.number}`}>
        <MoneyText value={money(sum, currency)} />
      </Link>{' '}
      {t('inOneIncident')}
    </p>
  )
}
