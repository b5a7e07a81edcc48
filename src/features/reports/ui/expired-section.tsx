import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { Movements } from '../queries/find-movements'

/** Rows shown here; the rest is behind the figure. */
const SHOWN = 5

type ExpiredSectionProps = { movements: Movements; currency: string; allHref: string }

/** What we let expire in the week, and why; the goal is nothing. */
export function ExpiredSection({ movements, currency, allHref }: ExpiredSectionProps) {
  const t = useTranslations('reports')
  const goal = (
    <>
      {t('insight.goal')} <MoneyText value={{ minor: 0n, currency }} zero="full" />
    </>
  )
  return (
    <Section
      title={
        <>
          {t('insight.expired')}{' '}
          <span className={movements.total.minor > 0n ? 'over' : 'done'}>
            <MoneyText value={{ minor: movements.total.minor, currency }} zero="full" tone={movements.total.minor > 0n ? 'over' : 'done'} />
          </span>
        </>
      }
      note={goal}
      end={movements.rows.length > SHOWN ? <Link href={allHref}>{t('insight.showAll', { count: movements.total.count })}</Link> : undefined}
    >
      {movements.rows.length === 0 ? (
        <p className="q">{t('insight.nothingExpired')}</p>
      ) : (
        <table className="t" aria-label={t('insight.expired')}>
          <tbody>
            {movements.rows.slice(0, SHOWN).map((row) => (
              <tr key={row.row_id}>
                <td>
                  <Link href={`/deductions/${row.deduction_id}`}>{row.claim_number ?? t('insight.noClaim', { number: row.number })}</Link>
                </td>
                <td className="m whitespace-normal">{row.note ?? row.customer_name}</td>
                <td className="r">
                  <MoneyText value={{ minor: row.minor, currency }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
