import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { DeductionDetail } from '../queries/find-deduction'

type SourcesSectionProps = { detail: DeductionDetail }

/** Where this deduction was seen, and what became of its money. */
export function SourcesSection({ detail }: SourcesSectionProps) {
  const t = useTranslations('deductions')
  return (
    <Section title={t('sources')} note={t('sourcesNote')} id="sources">
      <table className="t" aria-label={t('sources')}>
        <tbody>
          {detail.sources.map((source) => (
            <tr key={`${source.kind} ${source.position}`}>
              <td>{t(`source.${source.kind}`)}</td>
              <td className="m">{source.isOrigin ? t('origin') : ''}</td>
              <td>{source.batchId === null ? (source.fileName ?? '') : <a href={`/imports/${source.batchId}`}>{source.fileName}</a>}</td>
              <td>
                <PlaceLink batchId={source.batchId} position={source.position ?? ''} />
              </td>
              <td className="r">
                <MoneyText value={source.amount} />
              </td>
            </tr>
          ))}
          {detail.resolutions.map((resolution) => (
            <tr key={resolution.id}>
              <td>{t(`resolution.${resolution.kind}`)}</td>
              <td className="m">
                <DateText value={asCalendarDate(resolution.resolvedOn)} />
              </td>
              <td>{resolution.reference}</td>
              <td className="m">{resolution.reason}</td>
              <td className="r">
                <MoneyText value={{ minor: -resolution.amount.minor, currency: resolution.amount.currency }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>{t('openAmount')}</td>
            <td className="r">
              <MoneyText value={detail.row.open} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}
