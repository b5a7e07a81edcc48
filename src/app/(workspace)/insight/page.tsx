import { getLocale, getTranslations } from 'next-intl/server'
import { findDecidedDisputes } from '@/features/reports/queries/find-decided-disputes'
import { findMovements } from '@/features/reports/queries/find-movements'
import { findNewLeakage, type LeakageRow } from '@/features/reports/queries/find-new-leakage'
import { findRollForward } from '@/features/reports/queries/find-roll-forward'
import { parseReportWeek, shiftWeek, weekNumber, weekOf } from '@/features/reports/rules/report-week'
import { shareOf } from '@/features/reports/rules/roll-forward'
import { whoStops } from '@/features/reports/rules/who-stops'
import { InsightFilter } from '@/features/reports/schemas'
import { ApprovedSection } from '@/features/reports/ui/approved-section'
import { DecidedChart } from '@/features/reports/ui/decided-chart'
import { ExpiredSection } from '@/features/reports/ui/expired-section'
import { InsightBanner } from '@/features/reports/ui/insight-banner'
import { movementsHref, takenHref } from '@/features/reports/ui/insight-hrefs'
import { LeakageTable } from '@/features/reports/ui/leakage-table'
import { RollForwardFigures } from '@/features/reports/ui/roll-forward-figures'
import { formatPercent } from '@/i18n/formats'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { EmptyState } from '@/ui/empty-state'
import { NextAction } from '@/ui/figures'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import type { SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'

/** Weeks in the chart of decided disputes. */
const CHART_WEEKS = 12

/** Approvals whose age is counted; their buckets add up to the total as long as there are no more. */
const APPROVED_MAX = 10_000

type InsightPageProps = { searchParams: Promise<SearchParams> }

export default async function InsightPage({ searchParams }: InsightPageProps) {
  const actor = await requireActor()
  const filter = InsightFilter.parse(await searchParams)
  const today = companyToday()
  const week = parseReportWeek(filter.week ?? '') ?? weekOf(today)
  const [locale, t, rolls, rollsBefore, decided] = await Promise.all([
    getLocale(),
    getTranslations('reports'),
    findRollForward(actor, week),
    findRollForward(actor, shiftWeek(week, -1)),
    findDecidedDisputes(actor, week, CHART_WEEKS),
  ])
  const roll = rolls.find((one) => one.currency === filter.currency) ?? rolls[0]
  if (!roll) {
    return (
      <div className="page">
        <PageTitle>{t('insight.title')}</PageTitle>
        <EmptyState action={<LinkButton href="/imports">{t('insight.emptyAction')}</LinkButton>}>{t('insight.empty')}</EmptyState>
      </div>
    )
  }
  const { currency } = roll
  const [leakage, expired, approved, deductions, teams] = await Promise.all([
    findNewLeakage(actor, week, currency),
    findMovements(actor, 'expired', week, currency),
    findMovements(actor, 'approved', week, currency, APPROVED_MAX),
    getTranslations('deductions'),
    getTranslations('tasks'),
  ])
  const weekName = t('insight.week', { week: weekNumber(week) })
  const causeName = (row: LeakageRow) => (row.key === null ? t('insight.notClassified') : deductions(`rootCause.${row.key}`))
  const causeHref = (row: LeakageRow) => takenHref(week, currency, { cause: row.key ?? 'none' })
  const teamName = (row: LeakageRow) => teams(`teams.${whoStops(row.key)}`)
  const worst = leakage.byCause.find((row) => row.key !== null)
  return (
    <>
      <PageTitle hidden>{t('insight.title')}</PageTitle>
      <InsightBanner week={week} today={today} rolls={rolls} currency={currency} />
      <div className="page">
        <RollForwardFigures roll={roll} before={rollsBefore.find((one) => one.currency === currency)} week={week} />
        {worst && (
          <NextAction
            label={t('insight.nextAction')}
            actions={
              <LinkButton kind="primary" href={causeHref(worst)}>
                {t('insight.openClaims', { count: worst.count })}
              </LinkButton>
            }
          >
            <b>{t('insight.stop', { cause: String(causeName(worst)) })}</b>
            <span className="m">
              {t('insight.worth')} <MoneyText value={{ minor: worst.minor, currency }} />
              {t('insight.comma')}
              {t('insight.shareOfNew', { share: formatPercent(shareOf(worst.minor, roll.taken.minor), locale) })}
            </span>
            <span className="m">{t('insight.with', { team: teamName(worst) })}</span>
          </NextAction>
        )}
        <div className="c2">
          <LeakageTable
            title={t('insight.byCause')}
            note={t('insight.byCauseNote', { week: weekName })}
            group={t('insight.cause')}
            rows={leakage.byCause}
            currency={currency}
            nameOf={causeName}
            hrefOf={causeHref}
            last={{ title: t('insight.whoStops'), of: teamName }}
            accentedKey={worst?.key ?? null}
          />
          <div className="flex flex-col gap-5">
            <DecidedChart weeks={decided} />
            <ExpiredSection movements={expired} currency={currency} allHref={movementsHref('expired', week, currency)} />
            <ApprovedSection movements={approved} week={week} currency={currency} allHref={movementsHref('approved', week, currency)} />
          </div>
        </div>
        <div className="grid gap-x-10 gap-y-5 border-t border-line pt-5 xl:grid-cols-2">
          <LeakageTable
            title={t('insight.byCustomer')}
            note={weekName}
            group={t('insight.customer')}
            rows={leakage.byCustomer}
            currency={currency}
            nameOf={(row) => row.name}
            hrefOf={(row) => takenHref(week, currency, { customer: row.key ?? '' })}
          />
          <LeakageTable
            title={t('insight.byReason')}
            note={weekName}
            group={t('insight.reason')}
            rows={leakage.byReason}
            currency={currency}
            nameOf={(row) => deductions(`category.${row.key ?? 'unclear'}`)}
            hrefOf={(row) => takenHref(week, currency, { category: row.key ?? '' })}
          />
        </div>
      </div>
    </>
  )
}
