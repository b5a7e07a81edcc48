import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FileAndPlace } from '@/features/documents/ui/file-and-place'
import { DateText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { LedgerFigure, LedgerSource } from '../rules/order-ledger'
import { recordHref } from './ledger-figure'

type FigureSourcesProps = { title: string; figure: LedgerFigure; currency: string }

/** The records one figure of the ledger adds up, each with its share and its place, and the sum. */
export function FigureSources({ title, figure, currency }: FigureSourcesProps) {
  const t = useTranslations('reconciliation')
  // A payment names lines of which it pays nothing; they are no part of the sum.
  const counted = figure.sources.filter(({ units, minor }) => (units ?? 0n) !== 0n || (minor ?? 0n) !== 0n)
  const sources = counted.length > 0 ? counted : figure.sources
  if (sources.length === 0) return <EmptyState>{t('noSources')}</EmptyState>
  return (
    <Section title={title} note={t('sourcesNote')}>
      <div className="t-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="t" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('chainColumn.step')}</th>
              <th scope="col">{t('chainColumn.number')}</th>
              <th scope="col">{t('chainColumn.on')}</th>
              <th scope="col" className="r">
                {t('chainColumn.quantity')}
              </th>
              <th scope="col" className="r">
                {t('chainColumn.amount')}
              </th>
              <th scope="col">{t('chainColumn.file')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <SourceRow key={`${source.record} ${source.id} ${source.position} ${source.units}`} source={source} currency={currency} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3}>{t('sum')}</td>
              <td className="r">{figure.units === null ? '' : <NumberText value={figure.units} />}</td>
              <td className="r">{figure.minor === null ? '' : <MoneyText value={{ minor: figure.minor, currency }} />}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  )
}

type SourceRowProps = { source: LedgerSource; currency: string }

function SourceRow({ source, currency }: SourceRowProps) {
  const t = useTranslations('reconciliation')
  const href = recordHref(source)
  const number = source.number ?? t('noNumber')
  return (
    <tr>
      <td>{t(`step.${source.record}`)}</td>
      <td>{href === null ? number : <Link href={href}>{number}</Link>}</td>
      <td className="m nw">
        <DateText value={source.on} />
      </td>
      <td className="r">{source.units === null ? '' : <NumberText value={source.units} />}</td>
      <td className="r">{source.minor === null ? '' : <MoneyText value={{ minor: source.minor, currency }} />}</td>
      <td className="m">
        {source.batch_id !== null && (
          <FileAndPlace batchId={source.batch_id} fileName={source.file_name} position={source.position} field="quantity" />
        )}
      </td>
    </tr>
  )
}
