import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { TABLE_ROLES } from '@/ui/data-table/table-roles'
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
      <table {...TABLE_ROLES.table} className="t cards" aria-label={t('sources')}>
        <tbody {...TABLE_ROLES.group}>
          {detail.sources.map((source) => (
            <tr key={`${source.kind} ${source.position}`} {...TABLE_ROLES.row}>
              <td {...TABLE_ROLES.cell} data-card="head">
                {t(`source.${source.kind}`)}
              </td>
              <td {...TABLE_ROLES.cell} className="m">
                {source.isOrigin ? t('origin') : ''}{' '}
                {detail.row.isProvision && t(source.amount.minor < 0n ? 'provision.release' : 'provision.mark')}
              </td>
              <td {...TABLE_ROLES.cell}>
                {source.batchId === null ? <EntryText source={source} /> : <a href={`/imports/${source.batchId}`}>{source.fileName}</a>}
              </td>
              <td {...TABLE_ROLES.cell}>
                {source.entry !== null && canTakeEntryBack(source.entry.byId) ? (
                  <EntryBackDialog row={detail.row} />
                ) : (
                  <PlaceLink batchId={source.batchId} position={source.position ?? ''} />
                )}
              </td>
              <td {...TABLE_ROLES.cell} className="r" data-card="figure">
                <MoneyText value={source.amount} />
              </td>
            </tr>
          ))}
          {detail.resolutions.map((resolution) => (
            <tr key={resolution.id} {...TABLE_ROLES.row}>
              <td {...TABLE_ROLES.cell} data-card="head">
                {detail.row.isProvision && isRelease(resolution)
                  ? t('provision.release')
                  : t(resolution.reversesId === null ? `resolution.${resolution.kind}` : 'takeBack.row', {
                      kind: t(`resolution.${resolution.kind}`),
                    })}
              </td>
              <td {...TABLE_ROLES.cell} className="m">
                <DateText value={asCalendarDate(resolution.resolvedOn)} />
              </td>
              <td {...TABLE_ROLES.cell}>{resolution.reference}</td>
              <td {...TABLE_ROLES.cell} className="m">
                {resolution.reason}{' '}
                {canTakeBack(resolution) && (
                  <TakeBackDialog row={detail.row} resolutionId={resolution.id} what={t(`resolution.${resolution.kind}`)} />
                )}
              </td>
              <td {...TABLE_ROLES.cell} className="r" data-card="figure">
                <MoneyText value={{ minor: -resolution.amount.minor, currency: resolution.amount.currency }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot {...TABLE_ROLES.group}>
          <tr {...TABLE_ROLES.row}>
            <td {...TABLE_ROLES.cell} colSpan={4} data-card="head">
              {t('openAmount')}
            </td>
            <td {...TABLE_ROLES.cell} className="r" data-card="figure">
              <MoneyText value={detail.row.open} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}

/** What gives held money back ends a provision; nothing was won or lost. */
function isRelease({ kind, reversesId }: ResolutionRow): boolean {
  return reversesId === null && (kind === 'reversed' || kind === 'repaid')
}

type EntryTextProps = { source: DeductionSourceRow }

function EntryText({ source: { entry, fileName } }: EntryTextProps) {
  const t = useTranslations('deductions')
  if (entry === null) return fileName ?? ''
  return t('entryBack.enteredBy', { name: entry.by, note: entry.note })
}
