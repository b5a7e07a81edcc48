import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BarCell, barShare } from '@/ui/bar-cell'
import { Capitalised } from '@/ui/capitalised'
import { MoneyText } from '@/ui/money-text'
import { NumberText, PercentText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { LeakageRow } from '../queries/find-new-leakage'
import { shareOf } from '../rules/roll-forward'

type LeakageTableProps = {
  title: string
  note: string
  /** Header of the first column. */
  group: string
  rows: readonly LeakageRow[]
  currency: string
  nameOf: (row: LeakageRow) => ReactNode
  hrefOf: (row: LeakageRow) => string
  /** Last column, where there is one: who can stop it. */
  last?: { title: string; of: (row: LeakageRow) => string }
  /** Key of the row to act on; its bar takes the accent. */
  accentedKey?: string | null
}

/** New leakage by one word: a bar, the amount that opens its rows, share and count; the total is the total of the week. */
export function LeakageTable({ title, note, group, rows, currency, nameOf, hrefOf, last, accentedKey = null }: LeakageTableProps) {
  const t = useTranslations('reports')
  const total = rows.reduce((sum, row) => sum + row.minor, 0n)
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const largest = rows[0]?.minor ?? 0n
  if (rows.length === 0) {
    return (
      <Section title={title} note={note}>
        <p className="q">{t('insight.nothingNew')}</p>
      </Section>
    )
  }
  return (
    <Section title={title} note={note}>
      <div className="t-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="t" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{group}</th>
              <th aria-hidden="true" className="hide-phone" />
              <th scope="col" className="r">
                {t('insight.amount')}
              </th>
              <th scope="col" className="r">
                {t('insight.share')}
              </th>
              <th scope="col" className="r">
                {t('insight.claimsColumn')}
              </th>
              {last && <th scope="col">{last.title}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key ?? ''}>
                <td>
                  <Capitalised>{nameOf(row)}</Capitalised>
                </td>
                <td className="hide-phone w-1/4">
                  <BarCell share={barShare(row.minor, largest)} isAccented={row.key !== null && row.key === accentedKey} />
                </td>
                <td className="r">
                  <Link className="figure" href={hrefOf(row)} prefetch={false}>
                    <MoneyText value={{ minor: row.minor, currency }} />
                  </Link>
                </td>
                <td className="r m">
                  <PercentText ppm={shareOf(row.minor, total)} />
                </td>
                <td className="r m">
                  <NumberText value={row.count} />
                </td>
                {last && <td className="m">{last.of(row)}</td>}
              </tr>
            ))}
            <tr className="sum">
              <td>{t('insight.totalNew')}</td>
              <td className="hide-phone" />
              <td className="r">
                <MoneyText value={{ minor: total, currency }} />
              </td>
              <td className="r">
                <PercentText ppm={1_000_000} />
              </td>
              <td className="r">
                <NumberText value={count} />
              </td>
              {last && <td />}
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  )
}
