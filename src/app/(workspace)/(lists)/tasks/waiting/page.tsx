import { getLocale, getTranslations } from 'next-intl/server'
import { findWaiting } from '@/features/tasks/queries/find-waiting'
import { waitingColumns } from '@/features/tasks/ui/waiting-columns'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

/** Who waits on whom: the open requests by the team that has to answer them. */
export default async function WaitingPage() {
  const actor = await requireActor()
  const [locale, t, rows] = await Promise.all([getLocale(), getTranslations('tasks'), findWaiting(actor)])
  return (
    <>
      <PageHeader title={t('waiting.title')} crumbs={[{ label: t('title'), href: '/tasks' }, { label: t('waiting.title') }]} />
      <div className="page">
        <Section title={t('waiting.byTeam')} note={t('waiting.note')}>
          <DataTable
            kind="section"
            name={t('waiting.title')}
            columns={waitingColumns(t, locale)}
            rows={rows}
            rowKey={(row) => row.team}
            empty={<EmptyState>{t('waiting.none')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
