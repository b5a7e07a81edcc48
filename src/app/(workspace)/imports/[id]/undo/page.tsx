import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { canUndoImport } from '@/features/file-intake/policy'
import { findImport } from '@/features/file-intake/queries/find-import'
import { findUndoPlan } from '@/features/file-intake/queries/find-undo-plan'
import { UndoForm } from '@/features/file-intake/ui/undo-form'
import { UndoBlockers, UndoRecords } from '@/features/file-intake/ui/undo-plan'
import { requireActor } from '@/server/session'
import { NoPermission } from '@/ui/no-permission'
import { PageHeader } from '@/ui/page-header'

type UndoPageProps = { params: Promise<{ id: string }> }

export default async function UndoPage({ params }: UndoPageProps) {
  const actor = await requireActor()
  if (!canUndoImport(actor)) return <NoPermission />
  const { id } = await params
  const [detail, plan] = isId(id) ? await Promise.all([findImport(actor, id), findUndoPlan(actor, id)]) : [null, null]
  if (!detail || !plan) notFound()
  const t = await getTranslations('fileIntake')
  return (
    <>
      <PageHeader
        title={t('undo.title', { name: detail.file_name })}
        crumbs={[
          { label: t('title'), href: '/imports' },
          { label: t('numberOf', { number: detail.number }), href: `/imports/${detail.id}` },
          { label: t('undo.open') },
        ]}
      />
      <div className="page">
        {plan.blockers.length > 0 ? (
          <UndoBlockers plan={plan} />
        ) : (
          <>
            <UndoRecords plan={plan} />
            <UndoForm batchId={detail.id} />
          </>
        )}
      </div>
    </>
  )
}
