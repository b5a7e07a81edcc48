import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { findImports } from '@/features/file-intake/queries/find-imports'
import { ImportFilter } from '@/features/file-intake/schemas'
import { ImportsSection } from '@/features/reports/ui/imports-section'
import { ReadinessSection } from '@/features/reports/ui/readiness-section'
import { readiness } from '@/server/health'
import { LinkButton } from '@/ui/link-button'

type AdminHomeProps = { actor: Actor }

/** Whether everything runs, and what came in last. */
export async function AdminHome({ actor }: AdminHomeProps) {
  const [t, state, imports] = await Promise.all([
    getTranslations('reports'),
    readiness(),
    findImports(actor, ImportFilter.parse({ tab: 'all' })),
  ])
  return (
    <div className="c2">
      <ImportsSection rows={imports.rows} total={imports.total} tab="all" />
      <ReadinessSection
        ok={state.ok}
        failing={state.failing}
        queueLagSeconds={state.queueLagSeconds}
        end={<LinkButton href="/admin/health">{t('health.check')}</LinkButton>}
      />
    </div>
  )
}
