import { useTranslations } from 'next-intl'
import type { NewLeakage } from '../queries/find-new-leakage'
import type { ReportWeek } from '../rules/report-week'
import { takenHref } from './insight-hrefs'
import { LeakageTable } from './leakage-table'

type LeakageGroupsProps = { leakage: NewLeakage; week: ReportWeek; weekName: string; currency: string }

/** New leakage by whether it can be prevented, by who can stop it, by customer and by kind of reason. */
export function LeakageGroups({ leakage, week, weekName, currency }: LeakageGroupsProps) {
  const t = useTranslations('reports')
  const deductions = useTranslations('deductions')
  const teams = useTranslations('tasks')
  return (
    <div className="grid gap-x-10 gap-y-5 border-t border-line pt-5 xl:grid-cols-2">
      <LeakageTable
        title={t('insight.byNature')}
        note={weekName}
        group={t('insight.nature')}
        rows={leakage.byNature}
        currency={currency}
        nameOf={(row) => (row.key === null ? t('insight.notClassified') : deductions(`nature.${row.key}`))}
        hrefOf={(row) => takenHref(week, currency, { nature: row.key ?? 'none' })}
      />
      <LeakageTable
        title={t('insight.byTeam')}
        note={weekName}
        group={t('insight.whoStops')}
        rows={leakage.byTeam}
        currency={currency}
        nameOf={(row) => (row.key === null ? t('insight.notClassified') : teams(`teams.${row.key}`))}
        hrefOf={(row) => takenHref(week, currency, { team: row.key ?? 'none' })}
      />
      <LeakageTable
        title={t('insight.byCustomer')}
        note={weekName}
        group={t('insight.customer')}
        rows={leakage.byCustomer}
        currency={currency}
        nameOf={(row) => row.name}
        hrefOf={(row) => takenHref(week, currency, { customer: row.key ?? '' })}
      />
      <LeakageTable
        title={t('insight.byReason')}
        note={weekName}
        group={t('insight.reason')}
        rows={leakage.byReason}
        currency={currency}
        nameOf={(row) => deductions(`category.${row.key ?? 'unclear'}`)}
        hrefOf={(row) => takenHref(week, currency, { category: row.key ?? '' })}
      />
    </div>
  )
}
