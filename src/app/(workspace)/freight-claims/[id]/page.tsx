import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { canClaimFreight, canRecordCarrierAnswer, canSeeFreightClaims } from '@/features/disputes/policy'
import { findFreightClaim } from '@/features/disputes/queries/find-freight-claims'
import { findFreightLines } from '@/features/disputes/queries/find-freight-lines'
import { findFreightPapers } from '@/features/disputes/queries/find-freight-papers'
import { findFreightProofs } from '@/features/disputes/queries/find-freight-proofs'
import { FreightButtons } from '@/features/disputes/ui/freight-buttons'
import { FreightClock } from '@/features/disputes/ui/freight-clock'
import { FreightLines } from '@/features/disputes/ui/freight-lines'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { Capitalised } from '@/ui/capitalised'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { NoPermission } from '@/ui/no-permission'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

type FreightClaimPageProps = { params: Promise<{ id: string }> }

/** One claim on a carrier: what for, its clock, its papers, what came of it. */
export default async function FreightClaimPage({ params }: FreightClaimPageProps) {
  const actor = await requireActor()
  if (!canSeeFreightClaims(actor)) return <NoPermission />
  const { id } = await params
  const claim = isId(id) ? await findFreightClaim(actor, id) : null
  if (!claim) notFound()
  const [t, lines, papers, proofs] = await Promise.all([
    getTranslations('disputes'),
    findFreightLines(actor, id),
    findFreightPapers(actor, id),
    findFreightProofs(actor, id),
  ])
  const today = companyToday()
  const name = t('freight.name', { number: claim.number })
  return (
    <>
      <PageHeader
        title={name}
        subtitle={t('freight.subtitle', { carrier: claim.carrier, kind: t(`freight.kind.${claim.kind}`) })}
        crumbs={[{ label: t('freight.title'), href: '/freight-claims' }, { label: name }]}
        facts={[
          { term: t('freight.due'), value: <DeadlineText dueOn={claim.due?.on ?? null} today={today} style="full" /> },
          {
            term: t('freight.dueWhat'),
            value: claim.due === null ? '–' : <Capitalised>{t(`freight.dueFor.${claim.due.what}`)}</Capitalised>,
          },
          { term: t('column.state'), value: t(`freight.state.${claim.state}`) },
          { term: t('column.amount'), value: <MoneyText value={claim.amount} /> },
          { term: t('freight.paid'), value: <MoneyText value={claim.paid} zero="full" /> },
          { term: t('column.customer'), value: claim.customerName },
          { term: t('freight.pro'), value: claim.pro ?? '–' },
          { term: t('freight.bol'), value: claim.bol ?? '–' },
          { term: t('column.reference'), value: claim.claimReference ?? '–' },
        ]}
        actions={
          <FreightButtons
            claim={{
              id,
              version: claim.version,
              state: claim.state,
              kind: claim.kind,
              fileBy: claim.fileBy,
              isNoticed: claim.noticedOn !== null,
            }}
            amount={claim.amount}
            today={today}
            mayClaim={canClaimFreight(actor, claim)}
            mayAnswer={canRecordCarrierAnswer(actor, claim)}
          />
        }
      />
      <div className="page">
        <FreightLines lines={lines} currency={claim.amount.currency} />
        <FreightClock claim={claim} proofs={proofs} today={today} />
        <Section title={t('freight.papers')} note={t('freight.papersNote')}>
          {papers.length === 0 ? (
            <p className="q">{t('freight.noPapers')}</p>
          ) : (
            <ul className="leading-7">
              {papers.map((paper) => (
                <li key={paper.id}>
                  <Link href={`/documents/${paper.id}`} className="underline">
                    {paper.fileName}
                  </Link>{' '}
                  <span className="m">{paper.exceptions}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  )
}
