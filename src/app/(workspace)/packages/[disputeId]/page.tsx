import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { canBuild, canSeeDisputes } from '@/features/disputes/policy'
import { findBuildRun } from '@/features/disputes/queries/find-build-run'
import { findDossier } from '@/features/disputes/queries/find-dossier'
import { isArrangeable } from '@/features/disputes/rules/dispute'
import { AddFile } from '@/features/disputes/ui/add-file'
import { ExhibitList } from '@/features/disputes/ui/exhibit-list'
import { exhibitPanel } from '@/features/disputes/ui/exhibit-panel'
import { LimitsBar } from '@/features/disputes/ui/limits-bar'
import { PackageFiles } from '@/features/disputes/ui/package-files'
import { PackageHeader } from '@/features/disputes/ui/package-header'
import { PackagePreview } from '@/features/disputes/ui/package-preview'
import { PackageVersions } from '@/features/disputes/ui/package-versions'
import { ReadinessChecks } from '@/features/disputes/ui/readiness-checks'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { NoPermission } from '@/ui/no-permission'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { Section } from '@/ui/section'

type PackagePageProps = { params: Promise<{ disputeId: string }>; searchParams: Promise<SearchParams> }

export default async function PackagePage({ params, searchParams }: PackagePageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const { disputeId } = await params
  const dossier = await findDossier(actor, disputeId)
  if (!dossier) notFound()
  const [t, deductions, run, search] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    findBuildRun(disputeId),
    searchParams,
  ])
  const { dispute, plan, packages, limits } = dossier
  const isBuilder = canBuild(actor, [dispute])
  const isCurrent = dispute.state !== 'preparing' && packages.length > 0
  const newest = packages[0] ?? null
  const shown = paramOf(search, 'show') ?? (isCurrent ? 'package' : 'letter')
  const panel = exhibitPanel({ dossier, shown, t, deductions })
  const passed = plan.checks.filter((check) => check.state === 'passed').length
  const reminders = plan.checks.filter((check) => check.state === 'reminder').length
  const failed = plan.checks.length - passed - reminders
  return (
    <div className="flex flex-col min-h-0 h-full max-[1100px]:h-auto">
      <PackageHeader dossier={dossier} run={run} isBuilder={isBuilder} today={companyToday()} t={t} deductions={deductions} />
      <div className="grid flex-1 min-h-0 grid-cols-1 min-[1101px]:grid-cols-[316px_minmax(0,1fr)_316px]">
        <div className="min-[1101px]:border-r border-line overflow-y-auto min-h-0 pb-3">
          <ExhibitList
            key={`${dispute.version} ${panel.items.length} ${shown}`}
            disputeId={dispute.id}
            deductionId={dispute.deductionId}
            version={dispute.version}
            items={panel.items}
            groups={panel.groups}
            letter={panel.letter}
            isLocked={!isBuilder || !isArrangeable(dispute.state)}
          />
          {isBuilder && isArrangeable(dispute.state) && <AddFile disputeId={dispute.id} />}
        </div>
        <PackagePreview dossier={dossier} shown={shown} title={panel.shownTitle} />
        <div className="min-[1101px]:border-l border-line overflow-y-auto min-h-0 px-4 py-3 flex flex-col gap-4">
          <Section title={t('readiness')} note={t('readinessNote', { passed, reminders, failed })}>
            <ReadinessChecks checks={plan.checks} evidenceName={(evidence) => deductions(`evidenceKind.${evidence}`)} />
          </Section>
          <Section title={t(isCurrent ? 'made' : 'willBeMade')}>
            <PackageFiles
              name={dispute.name}
              fit={plan.fit}
              built={isCurrent ? newest : null}
              fileBytesMax={limits?.fileBytesMax ?? null}
            />
          </Section>
          <Section title={t('versions')}>
            <PackageVersions packages={packages} />
          </Section>
        </div>
      </div>
      <LimitsBar limits={limits} fit={plan.fit} built={isCurrent ? newest : null} fileHref={`/packages/${dispute.id}/file`} />
    </div>
  )
}
