import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { DateText } from '@/ui/date-text'
import type { DifferenceDetail, DifferenceSource } from '../queries/find-difference'
import { readDifferenceValue } from '../rules/difference-value'
import { DifferenceOfRow } from './difference-of-row'
import { DifferenceValueText } from './difference-value'

type DifferenceSidesProps = { detail: DifferenceDetail }

/** Both values under each other, the difference below, as one would write it on paper. */
export function DifferenceSides({ detail: { row } }: DifferenceSidesProps) {
  const t = useTranslations('reconciliation')
  return (
    <table className="t" aria-label={t('bothSides')}>
      <tbody>
        <tr>
          <td>{t('column.sap')}</td>
          <td className="r b">
            <DifferenceValueText value={readDifferenceValue(row.field, row.sap_value)} currency={row.currency} />
          </td>
        </tr>
        <tr>
          <td>{t(`source.${row.other_source ?? 'sap'}`)}</td>
          <td className="r b">
            <DifferenceValueText value={readDifferenceValue(row.field, row.other_value)} currency={row.currency} />
          </td>
        </tr>
        <tr className="dif">
          <td>{t('column.difference')}</td>
          <td className="r">
            <DifferenceOfRow row={row} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

type DifferenceSourcesProps = { sources: readonly DifferenceSource[] }

/** The records both values stand in; each leads to its file. */
export function DifferenceSources({ sources }: DifferenceSourcesProps) {
  const t = useTranslations('reconciliation')
  if (sources.length === 0) return <p className="q">{t('noSources')}</p>
  return (
    <ul className="ev">
      {sources.map((source) => (
        <li key={`${source.record} ${source.number} ${source.position}`} style={{ gridTemplateColumns: 'minmax(0,1fr) auto' }}>
          <div>
            {t(`record.${source.record}`)} {source.number}
            {source.line !== null && <span className="q"> {t('lineNo', { line: source.line })}</span>}
            <small>
              <a href={`/imports/${source.batch_id}`}>{source.file_name}</a>{' '}
              <PlaceLink batchId={source.batch_id} position={source.position} />
            </small>
          </div>
          <span className="m">
            <DateText value={source.on} />
          </span>
        </li>
      ))}
    </ul>
  )
}
