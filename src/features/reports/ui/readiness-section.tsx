import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EvidenceList } from '@/ui/evidence-list'
import { Section } from '@/ui/section'

type ReadinessSectionProps = { ok: boolean; failing: readonly string[]; queueLagSeconds: number | null; end?: ReactNode }

const PARTS = ['database', 'database-time-zone', 'schema-version', 'file-store'] as const
/** A waiting job older than this means that no worker is taking them. */
const LAG_SECONDS_MAX = 300

/** Each part the product stands on, and whether background work is keeping up. */
export function ReadinessSection({ ok, failing, queueLagSeconds, end }: ReadinessSectionProps) {
  const t = useTranslations('reports')
  const isLate = queueLagSeconds !== null && queueLagSeconds > LAG_SECONDS_MAX
  return (
    <Section title={t('health.readiness')} note={t(ok && !isLate ? 'health.allWell' : 'health.notWell')} end={end}>
      <EvidenceList
        items={[
          ...PARTS.map((part) => {
            const isBroken = failing.includes(part) || (failing.includes('database') && part !== 'database')
            return {
              key: part,
              shape: isBroken ? ('overdue' as const) : ('ready' as const),
              title: t(`health.part.${part}`),
              note: t(isBroken ? `health.broken.${part}` : 'health.works'),
            }
          }),
          {
            key: 'queue',
            shape: isLate ? ('due' as const) : ('ready' as const),
            title: t('health.part.queue'),
            note: queueLagSeconds === null ? t('health.queueEmpty') : t('health.queueLag', { seconds: queueLagSeconds }),
          },
        ]}
      />
    </Section>
  )
}
