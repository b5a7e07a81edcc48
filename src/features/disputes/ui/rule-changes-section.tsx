import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import type { RuleChange } from '../queries/find-rule-changes'
import { RuleChangeButton } from './rule-change-button'
import { ruleChangeColumns } from './rule-change-columns'

type RuleChangesSectionProps = { changes: readonly RuleChange[]; today: string; canSwitchOn: (change: RuleChange) => boolean }

/** Changes of rules that our own answered disputes suggest; nothing is changed before somebody switches one on. */
export function RuleChangesSection({ changes, today, canSwitchOn }: RuleChangesSectionProps) {
  const t = useTranslations('disputes')
  const deductions = useTranslations('deductions')
  const locale = useLocale()
  const reason = (change: RuleChange) => t('change.reason', { count: change.effect.before.cases, date: today })
  const action = (change: RuleChange) =>
    canSwitchOn(change) ? (
      <RuleChangeButton change={change} today={today} reason={reason(change)} />
    ) : (
      <span className="q">{t(`change.who.${change.kind}`)}</span>
    )
  return (
    <Section title={t('change.title')} note={t('change.note')} id="changes">
      <DataTable
        kind="section"
        name={t('change.title')}
        columns={ruleChangeColumns({ t, deductions, locale, action })}
        rows={changes}
        rowKey={(row) => row.key}
        empty={<EmptyState>{t('change.none')}</EmptyState>}
      />
    </Section>
  )
}
