import Link from 'next/link'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isId } from '@/core/ids'
import { findWindows } from '@/features/agreements/queries/find-windows'
import { canApprove } from '@/features/approvals/policy'
import { findOwnLimits, limitIn } from '@/features/approvals/queries/find-own-limits'
import { canDecide, canDivide, canResolve, canTakeEntryBack } from '@/features/deductions/policy'
import { findCauses } from '@/features/deductions/queries/find-causes'
import { type DeductionDetail, findDeduction } from '@/features/deductions/queries/find-deduction'
import { findGivingUp } from '@/features/deductions/queries/find-giving-up'
import { findLineage } from '@/features/deductions/queries/find-lineage'
import { findOutcomes } from '@/features/deductions/queries/find-outcomes'
import { findPapersOfDeduction } from '@/features/deductions/queries/find-papers-of-deduction'
import { findPriorities } from '@/features/deductions/queries/find-priorities'
import { findStepsTaken } from '@/features/deductions/queries/find-steps-taken'
import type { TrackerRow } from '@/features/deductions/queries/tracker-row'
import { AcceptDialog } from '@/features/deductions/ui/accept-dialog'
import { causeChoices } from '@/features/deductions/ui/cause-name'
import { DeductionHeader } from '@/features/deductions/ui/deduction-header'
import { DeductionSide } from '@/features/deductions/ui/deduction-side'
import { GivingUpDecision } from '@/features/deductions/ui/giving-up-decision'
import { GivingUpSection } from '@/features/deductions/ui/giving-up-section'
import { LineageSection } from '@/features/deductions/ui/lineage-section'
import { MergeDialog } from '@/features/deductions/ui/merge-dialog'
import { OutcomeSection } from '@/features/deductions/ui/outcome-section'
import { SalesDialog } from '@/features/deductions/ui/sales-dialog'
import { SourcesSection } from '@/features/deductions/ui/sources-section'
import { SplitDialog } from '@/features/deductions/ui/split-dialog'
import { timelineEvents } from '@/features/deductions/ui/timeline-events'
import { VerdictSection } from '@/features/deductions/ui/verdict-section'
import { canBuild, canClaimFreight, canSeeDisputes } from '@/features/disputes/policy'
import { findPastCases } from '@/features/disputes/queries/find-past-cases'
import { FreightOpenDialog } from '@/features/disputes/ui/freight-open-dialog'
import { LastTimeSection } from '@/features/disputes/ui/last-time-section'
import { findOrderLedger } from '@/features/reconciliation/queries/find-order-ledger'
import { OrderLedgerSection } from '@/features/reconciliation/ui/order-ledger-section'
import { findGrades } from '@/features/shipments/queries/find-proof'
import { canAsk } from '@/features/tasks/policy'
import { findComments } from '@/features/tasks/queries/find-comments'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { AskTeamDialog } from '@/features/tasks/ui/ask-team-dialog'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import { Tabs } from '@/ui/tabs'
import { Timeline } from '@/ui/timeline'

/** Cases of the same customer and category that are shown. */
const PAST_CASES = 6

/** What a carrier can be at fault for, whatever the verdict says so far. */
const TRANSPORT: ReadonlySet<string> = new Set(['shortage', 'damage', 'freight'])

type DeductionPageProps = { params: Promise<{ id: string }> }

export default async function DeductionPage({ params }: DeductionPageProps) {
  const actor = await requireActor()
  const { id } = await params
  const detail = isId(id) ? await findDeduction(actor, id) : null
  if (!detail) notFound()
  const today = companyToday()
  const [t, ledger, grades, talk, tasks, waiting, limits, priorities, windows, cases, outcomes, causes, steps, locale, papers] =
    await Promise.all([
      getTranslations('deductions'),
      findOrderLedger(actor, detail.customerId, detail.orderKey ?? ''),
      findGrades(detail.evidence.flatMap((entry) => entry.documentId ?? [])),
      findComments(actor, 'deduction', id),
      findTasksOfSubject(actor, 'deduction', id, ...(detail.incident?.members.map((member) => member.id) ?? [])),
      findGivingUp(actor, id),
      findOwnLimits(actor),
      findPriorities([id], today),
      findWindows(actor, { customerId: detail.customerId, category: detail.row.category }),
      findPastCases(actor, {
        customerId: detail.customerId,
        category: detail.row.category,
        reasonCode: detail.row.reasonCode,
        exceptId: id,
        limit: PAST_CASES,
      }),
      findOutcomes(detail.verdict?.because ?? ''),
      findCauses(),
      findStepsTaken(actor, id),
      getLocale(),
      findPapersOfDeduction(actor, id),
    ])
  const subject = { customerId: detail.customerId }
  const { row } = detail
  const name = row.claimNumber ?? t('noClaim', { number: row.number })
  return (
    <>
      <DeductionHeader
        detail={detail}
        today={today}
        actions={
          <>
            {canResolve(actor, subject, 'accepted') && row.open.minor > 0n && (
              <AcceptDialog row={row} limit={limitIn(limits, row.amount.currency)} causes={causeChoices(causes, locale)} />
            )}
            {canAsk(actor, subject) && <AskTeamDialog subjectKind="deduction" subjectId={row.id} about={name} />}
            <PackageLink actor={actor} detail={detail} hasDispute={steps.some(({ kind }) => kind === 'dispute')} />
          </>
        }
      />
      <Tabs
        kind="sections"
        current="verdict"
        tabs={[
          { key: 'verdict', label: t('verdictTab'), href: '#verdict' },
          { key: 'ledger', label: t('ledger'), href: '#ledger', count: ledger.lines.length },
          { key: 'evidence', label: t('evidence'), href: '#evidence', count: t('thereOf', counts(detail)) },
          { key: 'sources', label: t('sources'), href: '#sources', count: detail.sources.length },
          { key: 'timeline', label: t('timeline'), href: '#timeline', count: detail.timeline.length },
        ]}
      />
      <div className="two">
        <div className="l">
          {waiting && (
            <GivingUpSection waiting={waiting}>
              {canApprove(actor, { ...subject, requestedBy: waiting.requestedBy }) && (
                <GivingUpDecision deductionId={row.id} contentHash={waiting.contentHash} name={name} />
              )}
            </GivingUpSection>
          )}
          <VerdictSection detail={detail} outcomes={outcomes} causes={causes} canDecide={canDecide(actor, [subject])} />
          <OrderLedgerSection
            ledger={ledger}
            order={{ customerCode: row.customerCode, poKey: detail.orderKey ?? '' }}
            note={<LedgerNote detail={detail} />}
            isMeant={(line) => line.item_id !== null && line.item_id === detail.itemId}
          />
          <OutcomeSection
            steps={steps}
            end={
              <span className="row gap-2">
                {canClaimFreight(actor, subject) && (detail.liable === 'carrier' || TRANSPORT.has(row.category)) && (
                  <FreightOpenDialog deductionId={row.id} name={name} amount={row.amount} isDamage={row.category === 'damage'} />
                )}
                {canDecide(actor, [subject]) && row.open.minor > 0n && <SalesDialog row={row} name={name} />}
              </span>
            }
          />
          <LastTimeSection cases={cases} customerCode={row.customerCode} category={row.category} />
          <LineagePart actor={actor} row={row} name={name} canChange={canDivide(actor, subject)} />
          <SourcesSection
            detail={detail}
            canTakeBack={({ kind, isReversible }) => isReversible && canResolve(actor, subject, kind)}
            canTakeEntryBack={(enteredBy) => canTakeEntryBack(actor, { ...subject, enteredBy })}
          />
          <Section title={t('timeline')} note={t('newestFirst')} id="timeline">
            <Timeline events={timelineEvents(detail.timeline, t, await getTranslations('tasks'))} />
          </Section>
        </div>
        <DeductionSide
          detail={detail}
          priority={priorities.get(id)}
          windows={windows}
          grades={grades}
          talk={talk}
          tasks={tasks}
          papers={papers}
          canAsk={canAsk(actor, subject)}
        />
      </div>
    </>
  )
}

type PackageLinkProps = { actor: Actor; detail: DeductionDetail; hasDispute: boolean }

/** Leads to the package: primary where building it comes next, plain where there is one, nothing where nobody would build any more. */
async function PackageLink({ actor, detail, hasDispute }: PackageLinkProps) {
  const t = await getTranslations('deductions')
  const { row } = detail
  const mayBuild = row.open.minor > 0n && canBuild(actor, [{ customerId: detail.customerId }])
  if (!hasDispute && !mayBuild) return null
  if (hasDispute && !canSeeDisputes(actor)) return null
  const isNext = row.nextAction === 'build-package'
  return (
    <LinkButton href={`/packages/for/${row.id}`} kind={isNext ? 'primary' : 'plain'} keys="B">
      {t(hasDispute ? 'openPackage' : 'buildPackage')}
    </LinkButton>
  )
}

type LineagePartProps = { actor: Actor; row: TrackerRow; name: string; canChange: boolean }

async function LineagePart({ actor, row, name, canChange }: LineagePartProps) {
  const lineage = await findLineage(actor, row.id)
  const mayChange = canChange && row.open.minor > 0n && lineage.partOf === null
  return (
    <LineageSection
      lineage={lineage}
      row={row}
      canChange={canChange}
      end={
        mayChange && (
          <span className="row gap-2">
            <SplitDialog row={row} name={name} />
            {lineage.lookAlikes.length > 0 && <MergeDialog row={row} name={name} lookAlikes={lineage.lookAlikes} />}
          </span>
        )
      }
    />
  )
}

type LedgerNoteProps = { detail: DeductionDetail }

/** The order, which leads to its whole chain, and the delivery. */
function LedgerNote({ detail: { row, orderKey, deliveryNumber } }: LedgerNoteProps) {
  const t = useTranslations('deductions')
  return (
    <>
      {orderKey !== null && (
        <Link href={`/orders/${encodeURIComponent(row.customerCode)}/${encodeURIComponent(orderKey)}`}>{row.poNumber ?? orderKey}</Link>
      )}
      {orderKey !== null && deliveryNumber !== null && t('comma')}
      {deliveryNumber}
    </>
  )
}

function counts(detail: DeductionDetail): { there: number; needed: number } {
  return { there: detail.evidence.filter((entry) => entry.isThere).length, needed: detail.evidence.length }
}
