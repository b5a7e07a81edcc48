import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type CalendarDate } from '@/core/calendar-date'
import { money } from '@/core/money'
import { MoneyText } from '@/ui/money-text'
import type { DeductionDetail } from '../queries/find-deduction'
import type { StepTaken } from '../queries/find-steps-taken'
import { AtRiskText } from './at-risk-text'
import { ClaimDeadline } from './claim-deadline'
import { OUTCOME_PLACE } from './outcome-section'
import { VerdictText } from './verdict-text'

export type IncidentRow = { detail: DeductionDetail; steps: readonly StepTaken[] }
type IncidentMembersProps = { rows: readonly IncidentRow[]; today: CalendarDate }

/** Every deduction of the shipment with its own verdict, deadline and what was set going for it. */
export function IncidentMembers({ rows, today }: IncidentMembersProps) {
  const t = useTranslations('deductions')
  const currency = rows[0]?.detail.row.amount.currency ?? 'USD'
  const sum = (of: 'amount' | 'atRisk') => rows.reduce((total, { detail }) => total + detail.row[of].minor, 0n)
  return (
    <div className="t-scroll">
      <table className="t" aria-label={t('incidentPage.deductions')}>
        <thead>
          <tr>
            <th>{t('column.claim')}</th>
            <th>{t('column.category')}</th>
            <th className="r">{t('column.amount')}</th>
            <th className="r">{t('column.risk')}</th>
            <th>{t('column.verdict')}</th>
            <th>{t('column.deadline')}</th>
            <th>{t('nextAction')}</th>
            <th>{t('incidentPage.setGoing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ detail: { row }, steps }) => (
            <tr key={row.id}>
              <td>
                <Link href={`/deductions/${row.id}`}>{row.claimNumber ?? t('noClaim', { number: row.number })}</Link>
              </td>
              <td className="m">{[t(`category.${row.category}`), row.codeText].filter(Boolean).join(t('comma'))}</td>
              <td className="r">
                <MoneyText value={row.amount} />
              </td>
              <td className="r">
                <AtRiskText row={row} />
              </td>
              <td>
                <VerdictText verdict={row.verdict} text={t(`verdict.${row.verdict}`)} />
                {row.isDecided && <span className="q"> {t('incidentPage.decided')}</span>}
              </td>
              <td>
                <ClaimDeadline row={row} today={today} />
              </td>
              <td>{t(`action.${row.nextAction ?? 'none'}`)}</td>
              <td>
                <StepsTaken steps={steps} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t('total')}</td>
            <td className="r">
              <MoneyText value={money(sum('amount'), currency)} />
            </td>
            <td className="r">
              <MoneyText value={money(sum('atRisk'), currency)} tone="risk" />
            </td>
            <td colSpan={4} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function StepsTaken({ steps }: { steps: readonly StepTaken[] }) {
  const t = useTranslations('deductions')
  const [first] = steps
  if (first === undefined) return <span className="q">–</span>
  const text = [t(`outcome.kind.${first.kind}`), t(`outcome.state.${first.state}`)].join(t('comma'))
  return <Link href={OUTCOME_PLACE[first.kind](first.id)}>{text}</Link>
}
