import { getLocale, getTranslations } from 'next-intl/server'
import { findCauses } from '@/features/deductions/queries/find-causes'
import { causeNames } from '@/features/deductions/ui/cause-name'
import { findCarrierRecoveries } from '@/features/reports/queries/find-carrier-recoveries'
import { findDecidedDisputes } from '@/features/reports/queries/find-decided-disputes'
import { findMovements } from '@/features/reports/queries/find-movements'
import { findNewLeakage, type LeakageRow } from '@/features/reports/queries/find-new-leakage'
import { findRollForward } from '@/features/reports/queries/find-roll-forward'
import { parseReportWeek, shiftWeek, weekNumber, weekOf } from '@/features/reports/rules/report-week'
import { shareOf } from '@/features/reports/rules/roll-forward'
import { InsightFilter } from '@/features/reports/schemas'
import { ApprovedSection } from '@/features/reports/ui/approved-section'
import { DecidedChart } from '@/features/reports/ui/decided-chart'
import { ExpiredSection } from '@/features/reports/ui/expired-section'
import { InsightBanner } from '@/features/reports/ui/insight-banner'
import { movementsHref, takenHref } from '@/features/reports/ui/insight-hrefs'
import { LeakageGroups } from '@/features/reports/ui/leakage-groups'
import { LeakageTable } from '@/features/reports/ui/leakage-table'
import { RollForwardFigures } from '@/features/reports/ui/roll-forward-figures'
import { SmallAmountsSection } from '@/features/reports/ui/small-amounts-section'
import { formatPercent } from '@/i18n/formats'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { EmptyState } from '@/ui/empty-state'
import { NextAction } from '@/ui/figures'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { hrefWith, type SearchParams } from '@/ui/page-address'
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
  const [leakage, expired, small, carriers, approved, causes, teams] = await Promise.all([
    findNewLeakage(actor, week, currency),
    findMovements(actor, 'expired', week, currency),
    findMovements(actor, 'small', week, currency),
    findCarrierRecoveries(actor, week, currency),
    findMovements(actor, 'approved', week, currency, APPROVED_MAX),
    findCauses(),
    getTranslations('tasks'),
  ])
  const weekName = t('insight.week', { week: weekNumber(week) })
  const nameOfCause = causeNames(causes, locale)
  const causeName = (row: LeakageRow) => (row.key === null ? t('insight.notClassified') : nameOfCause(row.key))
  const causeHref = (row: LeakageRow) => takenHref(week, currency, { cause: row.key ?? 'none' })
  const teamName = (row: LeakageRow) => teams(`teams.${row.team ?? 'deductions'}`)
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
            <SmallAmountsSection
              small={small.total}
              carriers={carriers}
              currency={currency}
              smallHref={movementsHref('small', week, currency)}
              carriersHref={hrefWith('/freight-claims', {}, { tab: 'closed', from: week.from, to: week.to })}
            />
            <ApprovedSection movements={approved} week={week} currency={currency} allHref={movementsHref('approved', week, currency)} />
          </div>
        </div>
        <LeakageGroups leakage={leakage} week={week} weekName={weekName} currency={currency} />
      </div>
    </>
  )
}
