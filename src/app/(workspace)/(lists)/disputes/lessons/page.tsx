import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { canKeepPlaybook } from '@/features/agreements/policy'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { canProposeMaps, canSetSmallAmounts } from '@/features/deductions/policy'
import { findCalibration } from '@/features/deductions/queries/find-calibration'
import { CATEGORIES } from '@/features/deductions/rules/deduction'
import { canDecideRules, canProposeRules, canSeeDisputes } from '@/features/disputes/policy'
import { type EvidenceLesson, findDenials, findEvidenceLessons, findWinRates } from '@/features/disputes/queries/find-lessons'
import { findPastCases } from '@/features/disputes/queries/find-past-cases'
import { type EvidenceProposalRow, findProposals } from '@/features/disputes/queries/find-proposals'
import { findRuleChanges, type RuleChange } from '@/features/disputes/queries/find-rule-changes'
import { isWorthRequiring } from '@/features/disputes/rules/propose-evidence'
import { LessonFilter } from '@/features/disputes/schemas'
import { ProposeRuleButton, RuleDecision } from '@/features/disputes/ui/evidence-rule-buttons'
import { calibrationColumns, denialColumns, evidenceColumns, winRateColumns } from '@/features/disputes/ui/lesson-columns'
import { PastCases } from '@/features/disputes/ui/past-cases'
import { proposalColumns } from '@/features/disputes/ui/proposal-columns'
import { RuleChangesSection } from '@/features/disputes/ui/rule-changes-section'
import { joinParts } from '@/i18n/formats'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListFilters } from '@/ui/list-filters'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

const PATH = '/disputes/lessons'
const CASES_MAX = 50

type LessonsPageProps = { searchParams: Promise<SearchParams> }

/** What our own answered disputes teach: win rates, reasons of denials, the papers that made the difference, and the rules that follow. */
export default async function LessonsPage({ searchParams }: LessonsPageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const params = await searchParams
  const filter = LessonFilter.parse(params)
  const customers = await findCustomerNames(actor)
  const chosen = customers.find((customer) => customer.code === filter.customer)
  const [t, deductions, locale, rates, calibration, denials, papers, changes, proposals, cases] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    getLocale(),
    findWinRates(actor, filter),
    findCalibration(actor),
    findDenials(actor, filter),
    findEvidenceLessons(actor, filter),
    findRuleChanges(actor, filter.customer),
    findProposals(actor, filter.customer),
    chosen
      ? findPastCases(actor, { customerId: chosen.id, limit: CASES_MAX, ...(filter.category === '' ? {} : { category: filter.category }) })
      : [],
  ])
  const isWaiting = (row: EvidenceLesson) =>
    proposals.some(
      (one) =>
        one.state === 'proposed' && one.customerId === row.customerId && one.category === row.category && one.evidence === row.evidence,
    )
  const propose = (row: EvidenceLesson) => {
    if (!isWorthRequiring(row)) return <span className="q">{t('lesson.noRule')}</span>
    if (isWaiting(row)) return t('lesson.state.proposed')
    return canProposeRules(actor, row) ? (
      <ProposeRuleButton customerId={row.customerId} category={row.category} evidence={row.evidence} />
    ) : null
  }
  const decision = (row: EvidenceProposalRow) =>
    row.state === 'proposed' && canDecideRules(actor, row) ? (
      <RuleDecision
        id={row.id}
        contentHash={row.contentHash}
        name={joinParts([row.customerName, deductions(`evidenceKind.${row.evidence}`)], locale)}
      />
    ) : null
  const texts = { t, deductions, locale }
  return (
    <>
      <PageHeader title={t('lesson.title')} crumbs={[{ label: t('disputes'), href: '/disputes' }, { label: t('lesson.title') }]} />
      <ListFilters
        path={PATH}
        params={params}
        filters={[
          customerFilter({ label: t('column.customer'), value: filter.customer, customers }),
          {
            key: 'category',
            label: t('column.category'),
            value: filter.category,
            choices: CATEGORIES.map((value) => ({ value, label: deductions(`category.${value}`) })),
          },
        ]}
      />
      <div className="page">
        <Section title={t('lesson.rates')} note={t('lesson.ratesNote')} id="rates">
          <DataTable
            kind="section"
            name={t('lesson.rates')}
            columns={winRateColumns(texts)}
            rows={rates}
            rowKey={(row) => `${row.customerId} ${row.category} ${row.isComplete}`}
            empty={<EmptyState>{t('lesson.noCases')}</EmptyState>}
          />
        </Section>
        <Section title={t('lesson.calibration')} note={t('lesson.calibrationNote')} id="calibration">
          <DataTable
            kind="section"
            name={t('lesson.calibration')}
            columns={calibrationColumns(texts)}
            rows={calibration}
            rowKey={(row) => String(row.tenth)}
            empty={<EmptyState>{t('lesson.noCalibration')}</EmptyState>}
          />
        </Section>
        <Section title={t('lesson.denials')} note={t('lesson.denialsNote')} id="denials">
          <DataTable
            kind="section"
            name={t('lesson.denials')}
            columns={denialColumns(texts)}
            rows={denials}
            rowKey={(row) => `${row.customerCode} ${row.code ?? ''} ${row.lost.currency}`}
            empty={<EmptyState>{t('lesson.noDenials')}</EmptyState>}
          />
        </Section>
        <Section title={t('lesson.difference')} note={t('lesson.differenceNote')} id="papers">
          <DataTable
            kind="section"
            name={t('lesson.difference')}
            columns={evidenceColumns({ ...texts, propose })}
            rows={papers}
            rowKey={(row) => `${row.customerId} ${row.category} ${row.evidence}`}
            empty={<EmptyState>{t('lesson.noDifference')}</EmptyState>}
          />
        </Section>
        <RuleChangesSection changes={changes} today={companyToday()} canSwitchOn={(change) => canSwitchOn(actor, change)} />
        <Section title={t('lesson.proposals')} note={t('lesson.proposalsNote')} id="proposals">
          <DataTable
            kind="section"
            name={t('lesson.proposals')}
            columns={proposalColumns({ ...texts, decision })}
            rows={proposals}
            rowKey={(row) => row.id}
            empty={<EmptyState>{t('lesson.noProposals')}</EmptyState>}
          />
        </Section>
        {cases.length > 0 && (
          <Section title={t('lesson.casesTitle')} note={t('lesson.casesCount', { count: cases.length })} id="cases">
            <PastCases cases={cases} name={t('lesson.casesTitle')} />
          </Section>
        )}
      </div>
    </>
  )
}

/** A suggested change is made by those who may make it anywhere else: limits, meanings of codes, windows. */
function canSwitchOn(actor: Actor, change: RuleChange): boolean {
  switch (change.kind) {
    case 'accept-below':
      return canSetSmallAmounts(actor)
    case 'remap-code':
      return canProposeMaps(actor, [change])
    case 'shorter-window':
      return canKeepPlaybook(actor)
  }
}
