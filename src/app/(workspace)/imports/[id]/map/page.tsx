import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { loadMappingPage } from '@/features/file-intake/imports/load-mapping-page'
import { canImport, canUndoImport } from '@/features/file-intake/policy'
import { findMappableImport } from '@/features/file-intake/queries/find-mappable-import'
import { findUndoPlan } from '@/features/file-intake/queries/find-undo-plan'
import { canBeMappedAnew, waitsForMapping } from '@/features/file-intake/rules/mapping'
import { MappingView } from '@/features/file-intake/schemas'
import { MappingEditor } from '@/features/file-intake/ui/mapping-editor'
import { UndoBlockers } from '@/features/file-intake/ui/undo-plan'
import { requireActor } from '@/server/session'
import { LinkButton } from '@/ui/link-button'
import { NoPermission } from '@/ui/no-permission'
import { Notice } from '@/ui/notice'
import type { SearchParams } from '@/ui/page-address'
import { hrefWith } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Tabs } from '@/ui/tabs'

type MapPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function MapPage({ params, searchParams }: MapPageProps) {
  const actor = await requireActor()
  if (!canImport(actor)) return <NoPermission />
  const [{ id }, query] = [await params, await searchParams]
  const batch = isId(id) ? await findMappableImport(actor, id) : null
  if (!batch) notFound()
  const t = await getTranslations('fileIntake')
  const back = <LinkButton href={`/imports/${batch.id}`}>{t('mapping.backToFile')}</LinkButton>
  const isAnew = canBeMappedAnew(batch.state, batch.format) && canUndoImport(actor)
  if (!waitsForMapping(batch.state, batch.reason) && !isAnew)
    return (
      <Notice title={t('mapping.notWaiting')} action={back}>
        {t('mapping.notWaitingText')}
      </Notice>
    )
  const plan = isAnew ? await findUndoPlan(actor, batch.id) : null
  if (plan !== null && plan.blockers.length > 0) return <UndoBlockers plan={plan} />
  const loaded = await loadMappingPage(actor, batch, MappingView.parse(query))
  if (loaded === null)
    return (
      <Notice title={t('mapping.noTable')} action={back}>
        {t('mapping.noTableText')}
      </Notice>
    )
  const { data, draft, preview } = loaded
  return (
    <>
      <PageHeader
        title={batch.fileName}
        subtitle={t('mapping.title')}
        crumbs={[
          { label: t('title'), href: '/imports' },
          { label: t('numberOf', { number: batch.number }), href: `/imports/${batch.id}` },
          { label: t('mapping.title') },
        ]}
        actions={back}
        facts={[
          { term: t('rows'), value: t('rowsCount', { count: data.rows }) },
          {
            term: t('mapping.header'),
            value: data.foundHeaderRow === 0 ? t('mapping.noHeader') : t('positionRow', { row: data.foundHeaderRow }),
          },
          { term: t('encoding'), value: data.encoding ?? '–' },
          ...(batch.reason === null ? [] : [{ term: t('reason'), value: t(`finding.${batch.reason}`) }]),
        ]}
      />
      {isAnew && <Notice title={t('mapping.anew')}>{batch.state === 'done' ? t('mapping.anewUndone') : t('mapping.anewText')}</Notice>}
      {data.sheets.length > 1 && (
        <Tabs
          kind="sections"
          current={data.sheet}
          tabs={data.sheets.map((sheet) => ({ key: sheet, label: sheet, href: hrefWith(`/imports/${batch.id}/map`, {}, { sheet }) }))}
        />
      )}
      <MappingEditor
        key={`${data.sheet} ${String(data.headerRow)} ${data.encoding ?? ''}`}
        data={data}
        initial={draft}
        initialPreview={preview === null ? { phase: 'incomplete' } : { phase: 'shown', preview }}
      />
    </>
  )
}
