import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { money } from '@/core/money'
import { canDecide } from '@/features/deductions/policy'
import { findIncident, type IncidentDetail } from '@/features/deductions/queries/find-incident'
import { findPapersOfDeduction } from '@/features/deductions/queries/find-papers-of-deduction'
import { findStepsTaken } from '@/features/deductions/queries/find-steps-taken'
import { incidentActs, sharedEvidence, shipmentFacts } from '@/features/deductions/rules/incident-facts'
import { EvidenceSection } from '@/features/deductions/ui/evidence-section'
import { IncidentMembers, type IncidentRow } from '@/features/deductions/ui/incident-members'
import { PapersSection } from '@/features/deductions/ui/papers-section'
import { VerdictSteps } from '@/features/deductions/ui/verdict-steps'
import { canBuild } from '@/features/disputes/policy'
import { IncidentBar } from '@/features/disputes/ui/incident-bar'
import { findOrderLedger } from '@/features/reconciliation/queries/find-order-ledger'
import { OrderLedgerSection } from '@/features/reconciliation/ui/order-ledger-section'
import { findGrades } from '@/features/shipments/queries/find-proof'
import { canAsk } from '@/features/tasks/policy'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { SubjectTasks } from '@/features/tasks/ui/subject-tasks'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

type IncidentPageProps = { params: Promise<{ number: string }> }

/** One failed shipment: what happened, told once, and every deduction it caused, investigated and answered together. */
export default async function IncidentPage({ params }: IncidentPageProps) {
  const actor = await requireActor()
  const { number } = await params
  const incident = await findIncident(actor, number)
  if (!incident) notFound()
  const { members, customerId } = incident
  const ids = members.map(({ row }) => row.id)
  const evidence = sharedEvidence(members.map((member) => member.evidence))
  const orderKey = members.find((member) => member.orderKey !== null)?.orderKey ?? ''
  const [t, grades, tasks, papers, steps, ledger] = await Promise.all([
    getTranslations('deductions'),
    findGrades(evidence.flatMap((entry) => entry.documentId ?? [])),
    findTasksOfSubject(actor, 'deduction', ...ids),
    Promise.all(ids.map((id) => findPapersOfDeduction(actor, id))),
    Promise.all(ids.map((id) => findStepsTaken(actor, id))),
    findOrderLedger(actor, customerId, orderKey),
  ])
  const rows = members.map((detail, index): IncidentRow => ({ detail, steps: steps[index] ?? [] }))
  const told = shipmentFacts(members.flatMap((member) => member.verdict ?? []))
  const shared = [...new Map(papers.flat().map((paper) => [paper.id, paper])).values()]
  const first = members.find(({ row }) => row.open.minor > 0n) ?? members[0]
  const itemIds = new Set(members.flatMap((member) => member.itemId ?? []))
  const subject = { customerId }
  return (
    <>
      <IncidentHeader incident={incident} rows={rows} mayDecide={canDecide(actor, [subject])} mayBuild={canBuild(actor, [subject])} />
      <div className="two">
        <div className="l">
          <Section title={t('incidentPage.happened')} note={t('incidentPage.happenedNote')} id="happened">
            {told.steps.length === 0 ? (
              <p className="q">{t('incidentPage.unknown')}</p>
            ) : (
              <VerdictSteps verdict={told} label={t('incidentPage.happened')} />
            )}
          </Section>
          <Section title={t('incidentPage.deductions')} note={t('claimsOfOneShipment', { count: rows.length })} id="deductions">
            <IncidentMembers rows={rows} today={companyToday()} />
          </Section>
          <OrderLedgerSection
            ledger={ledger}
            order={{ customerCode: members[0]?.row.customerCode ?? '', poKey: orderKey }}
            note={incident.delivery}
            isMeant={(line) => line.item_id !== null && itemIds.has(line.item_id)}
          />
        </div>
        <div className="rr">
          {first && (
            <EvidenceSection
              evidence={evidence}
              deductionId={first.row.id}
              isOpen={first.row.open.minor > 0n}
              grades={grades}
              tasks={tasks}
              canAsk={canAsk(actor, subject)}
            />
          )}
          {shared.length > 0 && <PapersSection papers={shared} />}
          {tasks.length > 0 && <SubjectTasks tasks={tasks} />}
        </div>
      </div>
    </>
  )
}

type IncidentHeaderProps = { incident: IncidentDetail; rows: readonly IncidentRow[]; mayDecide: boolean; mayBuild: boolean }

async function IncidentHeader({ incident, rows, mayDecide, mayBuild }: IncidentHeaderProps) {
  const t = await getTranslations('deductions')
  const all = rows.map(({ detail }) => detail.row)
  const currency = all[0]?.amount.currency ?? 'USD'
  const sum = (of: 'amount' | 'atRisk') =>
    money(
      all.reduce((total, row) => total + row[of].minor, 0n),
      currency,
    )
  const deadlines = all.flatMap((row) => (row.daysLeft === null ? [] : (row.deadlineOn ?? []))).toSorted()
  const acts = incidentActs(
    rows.map(({ detail: { row }, steps }) => ({
      id: row.id,
      version: row.version,
      isOpen: row.open.minor > 0n,
      isDecided: row.isDecided,
      verdict: row.verdict,
      hasCause: row.cause !== null,
      isFiled: steps.some((step) => step.kind === 'dispute'),
    })),
  )
  return (
    <PageHeader
      title={t('incident', { number: incident.number })}
      subtitle={t('claimsOfOneShipment', { count: rows.length })}
      crumbs={[{ label: t('title'), href: '/deductions' }, { label: incident.customerName }]}
      actions={<IncidentBar {...acts} canDecide={mayDecide} canBuild={mayBuild} />}
      facts={[
        { term: t('column.customer'), value: incident.customerName },
        { term: t('incidentPage.delivery'), value: incident.delivery },
        { term: t('column.amount'), value: <MoneyText value={sum('amount')} /> },
        { term: t('column.risk'), value: <MoneyText value={sum('atRisk')} tone="risk" /> },
        { term: t('incidentPage.firstDeadline'), value: <DeadlineText dueOn={deadlines[0] ?? null} today={companyToday()} style="full" /> },
        {
          term: t('incidentPage.list'),
          value: <Link href={`/deductions?incident=${incident.number}`}>{t('incidentPage.count', { count: rows.length })}</Link>,
        },
      ]}
    />
  )
}
