import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { canUndoBulk } from '@/features/deductions/policy'
import { type BulkRow, findBulk } from '@/features/deductions/queries/find-bulk'
import { UndoBulkButton } from '@/features/deductions/ui/undo-bulk-button'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { KeyValues } from '@/ui/key-values'
import { NumberText } from '@/ui/number-text'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

type BulkPageProps = { params: Promise<{ id: string }> }

/** What a change of many deductions did, what it left alone and why, and the way back. */
export default async function BulkPage({ params }: BulkPageProps) {
  const actor = await requireActor()
  const { id } = await params
  const bulk = isId(id) ? await findBulk(actor, id) : null
  if (!bulk) notFound()
  const t = await getTranslations('deductions')
  const mayUndo = bulk.undoAskedAt === null && bulk.counts.done > 0 && canUndoBulk(actor, bulk)
  return (
    <>
      <PageHeader
        title={t(`bulk.act.${bulk.act}`, { name: bulk.ownerName ?? t('nobody') })}
        crumbs={[{ label: t('title'), href: '/deductions' }]}
        actions={mayUndo ? <UndoBulkButton bulkId={bulk.id} count={bulk.counts.done} /> : undefined}
      />
      <div className="page">
        <Section title={t('bulk.result')}>
          <KeyValues
            align="left"
            items={[
              { term: t('bulk.askedBy'), value: bulk.requestedByName },
              { term: t('bulk.askedAt'), value: <InstantText value={bulk.requestedAt} /> },
              ...(['done', 'skipped', 'waiting', 'undone', 'kept'] as const)
                .filter((state) => bulk.counts[state] > 0)
                .map((state) => ({ term: t(`bulk.state.${state}`), value: <NumberText value={bulk.counts[state]} /> })),
              ...(bulk.undoAskedAt === null ? [] : [{ term: t('bulk.undoneBy'), value: bulk.undoAskedByName }]),
            ]}
          />
        </Section>
        <Section title={t('bulk.left')} note={t('bulk.leftNote')}>
          <DataTable<BulkRow>
            kind="section"
            name={t('bulk.left')}
            rows={bulk.left}
            rowKey={(row) => row.deductionId}
            columns={[
              {
                key: 'claim',
                title: t('column.claim'),
                look: 'key',
                cell: (row) => (
                  <Link href={`/deductions/${row.deductionId}`} prefetch={false}>
                    {row.label}
                  </Link>
                ),
              },
              { key: 'why', title: t('bulk.why'), cell: (row) => t(`bulk.because.${row.reason ?? 'changed'}`) },
            ]}
            empty={<EmptyState>{t('bulk.noneLeft')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
