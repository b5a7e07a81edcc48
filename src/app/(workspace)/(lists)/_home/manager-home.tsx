import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isoWeekStart } from '@/core/calendar-date'
import { findApprovals } from '@/features/approvals/queries/find-approvals'
import { isApprover } from '@/features/approvals/rules/approver'
import { ApprovalFilter } from '@/features/approvals/schemas'
import { findOwnCustomers } from '@/features/reports/queries/find-own-customers'
import { findTrackerFigure } from '@/features/reports/queries/find-tracker-figure'
import { findWeekDeadlines } from '@/features/reports/queries/find-week-deadlines'
import { ApprovalsSection } from '@/features/reports/ui/approvals-section'
import { DeadlineDays } from '@/features/reports/ui/deadline-days'
import { FigureRow } from '@/features/reports/ui/figure-row'
import { OwnCustomersSection } from '@/features/reports/ui/own-customers-section'
import { companyToday } from '@/server/clock'
import { MoneyList } from '@/ui/money-list'
import { Section } from '@/ui/section'

type ManagerHomeProps = { actor: Actor }

/** What leaves the company this week, what we lost by our own delay, and which customers take most. */
export async function ManagerHome({ actor }: ManagerHomeProps) {
  const today = companyToday()
  const [t, taken, notOwed, due, expired, days, customers, approvals] = await Promise.all([
    getTranslations('reports'),
    findTrackerFigure(actor, { from: isoWeekStart(today), to: today }),
    findTrackerFigure(actor, { state: 'new,collecting,ready,submitted', verdict: 'invalid,partly,duplicate' }),
    findTrackerFigure(actor, { tab: 'due' }),
    findTrackerFigure(actor, { deadline: 'overdue', state: 'new,collecting,ready', verdict: 'invalid,partly,duplicate,undecided' }),
    findWeekDeadlines(actor),
    findOwnCustomers(actor),
    findApprovals(actor, ApprovalFilter.parse({})),
  ])
  const lost = expired.totals.map((total) => total.atRisk).filter((amount) => amount.minor > 0n)
  return (
    <>
      <Section
        title={t('home.leakage')}
        end={
          <Link href="/insight" prefetch={false}>
            {t('home.insight')}
          </Link>
        }
      >
        <p className="concl mb-3">
          {t.rich('home.leakageSentence', {
            count: taken.count,
            taken: () => <MoneyList values={taken.totals.map((total) => total.amount)} rounded strong />,
            risk: () => (
              <MoneyList
                values={taken.totals.map((total) => total.atRisk).filter((amount) => amount.minor > 0n)}
                rounded
                strong
                tone="risk"
              />
            ),
          })}
        </p>
        <FigureRow
          items={[
            { key: 'taken', term: t('home.takenThisWeek'), figure: taken, of: 'amount' },
            { key: 'notOwed', term: t('home.notOwed'), figure: notOwed, of: 'atRisk', tone: 'risk' },
            { key: 'due', term: t('home.dueThisWeek'), figure: due, of: 'atRisk', tone: 'due' },
            { key: 'expired', term: t('home.expired'), figure: expired, of: 'atRisk', tone: 'over' },
          ]}
        />
        {lost.length > 0 && <p className="m mt-3">{t('home.expiredNote')}</p>}
      </Section>
      <div className="c2">
        <OwnCustomersSection customers={customers} />
        <div className="flex flex-col gap-6 min-w-0">
          <DeadlineDays days={days} today={today} />
          {isApprover(actor) && <ApprovalsSection rows={approvals.rows} total={approvals.total} />}
        </div>
      </div>
    </>
  )
}
