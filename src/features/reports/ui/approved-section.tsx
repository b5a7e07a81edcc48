import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { daysBetween } from '@/core/calendar-date'
import { BarCell, barShare } from '@/ui/bar-cell'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { Movements } from '../queries/find-movements'
import { AGE_BUCKETS, ageBucketOf } from '../rules/age-bucket'
import type { ReportWeek } from '../rules/report-week'

type ApprovedSectionProps = { movements: Movements; week: ReportWeek; currency: string; allHref: string }

/** Won, but the money has not come: by days since the approval, and what to do about it. */
export function ApprovedSection({ movements, week, currency, allHref }: ApprovedSectionProps) {
  const t = useTranslations('reports')
  const note = t('insight.claims', { count: movements.total.count })
  if (movements.rows.length === 0) {
    return (
      <Section title={t('insight.approved')} note={note}>
        <p className="q">{t('insight.nothingApproved')}</p>
      </Section>
    )
  }
  const buckets = AGE_BUCKETS.map((bucket) => {
    const rows = movements.rows.filter((row) => ageBucketOf(daysBetween(row.on, week.to)) === bucket.key)
    return { key: bucket.key, minor: rows.reduce((sum, row) => sum + row.minor, 0n), count: rows.length }
  })
  const largest = buckets.reduce((most, bucket) => (bucket.minor > most ? bucket.minor : most), 0n)
  return (
    <Section title={t('insight.approved')} note={note}>
      <table className="t" aria-label={t('insight.approved')}>
        <thead>
          <tr>
            <th scope="col">{t('insight.sinceApproval')}</th>
            <th aria-hidden="true" />
            <th scope="col" className="r">
              {t('insight.amount')}
            </th>
            <th scope="col" className="r">
              {t('insight.claimsColumn')}
            </th>
            <th scope="col" className="r">
              {t('insight.next')}
            </th>
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket.key}>
              <td>{t(`insight.age.${bucket.key}`)}</td>
              <td className="w-1/5">{bucket.minor > 0n && <BarCell share={barShare(bucket.minor, largest)} size="low" />}</td>
              <td className="r">
                <MoneyText value={{ minor: bucket.minor, currency }} />
              </td>
              <td className="r m">
                <NumberText value={bucket.count} />
              </td>
              <td className={bucket.key === 'to60' || bucket.key === 'over60' ? 'r due' : 'r q'}>
                {bucket.count > 0 && t(`insight.nextOf.${bucket.key}`)}
              </td>
            </tr>
          ))}
          <tr className="sum">
            <td>{t('insight.total')}</td>
            <td />
            <td className="r">
              <Link className="figure" href={allHref}>
                <MoneyText value={{ minor: movements.total.minor, currency }} />
              </Link>
            </td>
            <td className="r">
              <NumberText value={movements.total.count} />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </Section>
  )
}
