import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { joinList } from '@/i18n/formats'
import { DateText } from '@/ui/date-text'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { PaperLine } from '../queries/find-difference-sides'
import { readDifferenceValue } from '../rules/difference-value'
import { laySideBySide, type SideCell, type SideField, type SideRow } from '../rules/lay-side-by-side'
import { DifferenceValueText } from './difference-value'

type SideBySideProps = { lines: readonly PaperLine[]; currency: string }

/** The papers of a difference beside each other: one row per article, what differs marked, every value leading to its place in the file. */
export function SideBySide({ lines, currency }: SideBySideProps) {
  const t = useTranslations('reconciliation')
  const { papers, rows } = laySideBySide(lines)
  if (papers.length === 0) {
    return (
      <Section title={t('sideBySide')} id="papers">
        <p className="q">{t('noSources')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('sideBySide')} note={t('sideBySideNote')} id="papers">
      <div className="overflow-x-auto">
        <table className="t" aria-label={t('sideBySide')}>
          <thead>
            <tr>
              <th scope="col">{t('column.item')}</th>
              {papers.map(({ record, number, lines: [first] }) => (
                <th key={`${record} ${number}`} scope="col" className="r">
                  {t(`record.${record}`)} {number}
                  <small className="q">
                    <br />
                    {first && <DateText value={first.on} />}
                    {first?.net_days != null && ` · ${t('netDays', { count: first.net_days })}`}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PaperRow key={row.key} row={row} currency={currency} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

type PaperRowProps = { row: SideRow<PaperLine>; currency: string }

function PaperRow({ row, currency }: PaperRowProps) {
  const t = useTranslations('reconciliation')
  return (
    <tr>
      <th scope="row" className="whitespace-normal text-left font-normal">
        {row.item ?? t('noArticle')}
        {(row.differs.size > 0 || row.isMissing) && (
          <small className="m">
            {' '}
            {[...[...row.differs].map((field) => t(`field.${field}`)), ...(row.isMissing ? [t('field.missing')] : [])].join(' · ')}
          </small>
        )}
      </th>
      {row.cells.map((cell, at) =>
        cell === null ? (
          // A paper keeps its column from row to row.
          <td key={`column ${at}`} className="r bad">
            {t('notOnPaper')}
          </td>
        ) : (
          <PaperCell key={`${cell.lines[0]?.record} ${cell.lines[0]?.number}`} cell={cell} differs={row.differs} currency={currency} />
        ),
      )}
    </tr>
  )
}

type PaperCellProps = { cell: SideCell<PaperLine>; differs: ReadonlySet<SideField>; currency: string }

function PaperCell({ cell, differs, currency }: PaperCellProps) {
  const t = useTranslations('reconciliation')
  const locale = useLocale()
  const [first] = cell.lines
  const place = (children: ReactNode) =>
    first ? (
      <PlaceLink batchId={first.batch_id} position={first.position}>
        {children}
      </PlaceLink>
    ) : (
      children
    )
  return (
    <td className={differs.size > 0 ? 'r bad' : 'r'}>
      {cell.quantity !== null && (
        <span className={differs.has('quantity') || differs.has('unit') ? 'b' : undefined}>
          {place(
            <>
              <NumberText value={cell.quantity} /> <UnitText unit={cell.unit} isDisputed={differs.has('unit')} />
            </>,
          )}
        </span>
      )}
      {cell.price !== null && (
        <div className={differs.has('price') ? 'b' : 'q'}>
          {place(<DifferenceValueText value={readDifferenceValue('price', cell.price)} currency={first?.currency ?? currency} />)}
        </div>
      )}
      <small className="q block">
        {cell.lines.length > 1
          ? t('linesSummed', {
              lines: joinList(
                cell.lines.map((line) => line.line ?? '–'),
                locale,
              ),
            })
          : t('lineNo', { line: first?.line ?? '–' })}
      </small>
    </td>
  )
}

type UnitTextProps = { unit: string | null; isDisputed: boolean }

/** A unit of measure in the reader's word; as the paper writes it where the papers differ in it, for two codes may share a word. */
function UnitText({ unit, isDisputed }: UnitTextProps) {
  const t = useTranslations('reconciliation')
  return unit !== null && !isDisputed && t.has(`unitOf.${unit}`) ? t(`unitOf.${unit}`) : unit
}
