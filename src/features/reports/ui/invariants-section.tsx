import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { CheckedInvariant } from '../queries/check-invariants'

type InvariantsSectionProps = { checked: readonly CheckedInvariant[] | null }

/** What must always hold of the books, counted over all records when somebody asks. */
export function InvariantsSection({ checked }: InvariantsSectionProps) {
  const t = useTranslations('reports')
  const locale = useLocale()
  const broken = checked?.filter((one) => one.violations > 0).length ?? 0
  return (
    <Section
      title={t('health.invariants')}
      note={
        checked === null ? undefined : (
          <StatusMark shape={broken === 0 ? 'ready' : 'overdue'}>
            {broken === 0 ? t('health.allHold', { count: checked.length }) : t('health.someBroken', { count: broken })}
          </StatusMark>
        )
      }
      end={
        <LinkButton href="/admin/health?check=1" kind="primary">
          {t(checked === null ? 'health.run' : 'health.runAgain')}
        </LinkButton>
      }
    >
      {checked === null ? (
        <EmptyState>{t('health.notRun')}</EmptyState>
      ) : (
        <DataTable
          kind="section"
          name={t('health.invariants')}
          rows={[...checked].sort((a, b) => b.violations - a.violations)}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'holds',
              title: t('admin.state'),
              cell: (one) => (
                <StatusMark shape={one.violations === 0 ? 'ready' : 'overdue'}>
                  {t(one.violations === 0 ? 'health.holds' : 'health.isBroken')}
                </StatusMark>
              ),
            },
            {
              key: 'name',
              title: t('health.rule'),
              cell: (one) => (locale !== 'en' && t.has(`health.invariant.${one.id}`) ? t(`health.invariant.${one.id}`) : one.name),
            },
            { key: 'count', title: t('health.violations'), align: 'right', cell: (one) => one.violations },
            { key: 'examples', title: t('health.examples'), look: 'clip', cell: (one) => <code>{one.examples.join(', ')}</code> },
          ]}
        />
      )}
    </Section>
  )
}
