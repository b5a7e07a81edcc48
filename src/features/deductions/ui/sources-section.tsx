import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { DeductionDetail, DeductionSourceRow, ResolutionRow } from '../queries/find-deduction'
import { EntryBackDialog } from './entry-back-dialog'
import { TakeBackDialog } from './take-back-dialog'

type SourcesSectionProps = {
  detail: DeductionDetail
  canTakeBack: (resolution: ResolutionRow) => boolean
  canTakeEntryBack: (enteredBy: string) => boolean
}

/** Where this deduction was seen, and what became of its money. */
export function SourcesSection({ detail, canTakeBack, canTakeEntryBack }: SourcesSectionProps) {
  const t = useTranslations('deductions')
  return (
    <Section title={t('sources')} note={t('sourcesNote')} id="sources">
      <table className="t" aria-label={t('sources')}>
        <tbody>
          {detail.sources.map((source) => (
            <tr key={`${source.kind} ${source.position}`}>
              <td>{t(`source.${source.kind}`)}</td>
              <td className="m">{source.isOrigin ? t('origin') : ''}</td>
              <td>
                {source.batchId === null ? <EntryText source={source} /> : <a href={`/imports/${source.batchId}`}>{source.fileName}</a>}
              </td>
              <td>
                {source.entry !== null && canTakeEntryBack(source.entry.byId) ? (
                  <EntryBackDialog row={detail.row} />
                ) : (
                  <PlaceLink batchId={source.batchId} position={source.position ?? ''} />
                )}
              </td>
              <td className="r">
                <MoneyText value={source.amount} />
              </td>
            </tr>
          ))}
          {detail.resolutions.map((resolution) => (
            <tr key={resolution.id}>
              <td>
                {t(resolution.reversesId === null ? `resolution.${resolution.kind}` : 'takeBack.row', {
                  kind: t(`resolution.${resolution.kind}`),
                })}
              </td>
              <td className="m">
                <DateText value={asCalendarDate(resolution.resolvedOn)} />
              </td>
              <td>{resolution.reference}</td>
              <td className="m">
                {resolution.reason}{' '}
                {canTakeBack(resolution) && (
                  <TakeBackDialog row={detail.row} resolutionId={resolution.id} what={t(`resolution.${resolution.kind}`)} />
                )}
              </td>
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

type EntryTextProps = { source: DeductionSourceRow }

function EntryText({ source: { entry, fileName } }: EntryTextProps) {
  const t = useTranslations('deductions')
  if (entry === null) return fileName ?? ''
  return t('entryBack.enteredBy', { name: entry.by, note: entry.note })
}
