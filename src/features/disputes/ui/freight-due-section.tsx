import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { Capitalised } from '@/ui/capitalised'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { FreightClaimRow } from '../queries/find-freight-claims'

type FreightDueSectionProps = { claims: readonly FreightClaimRow[]; today: CalendarDate }

/** Claims on carriers whose next day is near: ours to file, or theirs to answer. Nothing when there is none. */
export function FreightDueSection({ claims, today }: FreightDueSectionProps) {
  const t = useTranslations('disputes')
  if (claims.length === 0) return null
  return (
    <Section title={t('freight.dueTitle')} end={<Link href="/freight-claims">{t('freight.all')}</Link>}>
      <table className="t" aria-label={t('freight.dueTitle')}>
        <thead>
          <tr>
            <th>{t('freight.claim')}</th>
            <th>{t('freight.carrier')}</th>
            <th>{t('freight.dueWhat')}</th>
            <th>{t('freight.due')}</th>
            <th className="r">{t('column.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <td>
                <Link href={`/freight-claims/${claim.id}`}>{t('freight.name', { number: claim.number })}</Link>
              </td>
              <td>{claim.carrier}</td>
              <td className="m">
                <Capitalised>{claim.due === null ? '' : t(`freight.dueFor.${claim.due.what}`)}</Capitalised>
              </td>
              <td>
                <DeadlineText dueOn={claim.due?.on ?? null} today={today} />
              </td>
              <td className="r">
                <MoneyText value={claim.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
