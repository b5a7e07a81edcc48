import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { money } from '@/core/money'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { FreightLine } from '../queries/find-freight-lines'

type FreightLinesProps = { lines: readonly FreightLine[]; currency: string }

/** What each deduction cost us, what the carrier is asked for and has paid, and what is left of it as our loss. */
export function FreightLines({ lines, currency }: FreightLinesProps) {
  const t = useTranslations('disputes')
  const deductions = useTranslations('deductions')
  const total = (of: (line: FreightLine) => bigint) =>
    money(
      lines.reduce((sum, line) => sum + of(line), 0n),
      currency,
    )
  const lossOf = (line: FreightLine) => line.given.minor - line.paid.minor
  return (
    <Section title={t('freight.lines')} note={t('freight.linesNote')}>
      <div className="t-scroll" tabIndex={0} role="region" aria-label={t('freight.lines')}>
        <table className="t" aria-label={t('freight.lines')}>
          <thead>
            <tr>
              <th scope="col">{t('column.claim')}</th>
              <th scope="col">{t('column.category')}</th>
              {['taken', 'given', 'claimed', 'paid', 'loss'].map((column) => (
                <th scope="col" className="r" key={column}>
                  {t(`freight.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.deductionId}>
                <td>
                  <Link href={`/deductions/${line.deductionId}`}>{line.name ?? line.number}</Link>
                </td>
                <td className="m">{deductions(`category.${line.category}`)}</td>
                {[line.taken, line.given, line.claimed, line.paid, money(lossOf(line), currency)].map((value, at) => (
                  <td className="r" key={`${line.deductionId} ${at}`}>
                    <MoneyText value={value} zero="full" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t('total')}</td>
              {[
                total((line) => line.taken.minor),
                total((line) => line.given.minor),
                total((line) => line.claimed.minor),
                total((line) => line.paid.minor),
                total(lossOf),
              ].map((value, at) => (
                <td className="r" key={`sum ${at}`}>
                  <MoneyText value={value} zero="full" />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  )
}
