import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { canImport } from '@/features/file-intake/policy'
import { findMapping } from '@/features/file-intake/queries/find-mappings'
import { MappingBatches, MappingHistory, MappingMeaning } from '@/features/file-intake/ui/mapping-history'
import { targetKindText } from '@/features/file-intake/ui/mapping-texts'
import { RetireMappingButton } from '@/features/file-intake/ui/retire-mapping-button'
import { requireActor } from '@/server/session'
import { InstantText } from '@/ui/date-text'
import { PageHeader } from '@/ui/page-header'
import { StatusMark } from '@/ui/status-mark'

type MappingPageProps = { params: Promise<{ mappingId: string }> }

export default async function MappingPage({ params }: MappingPageProps) {
  const actor = await requireActor()
  const { mappingId } = await params
  const mapping = isId(mappingId) ? await findMapping(actor, mappingId) : null
  if (!mapping) notFound()
  const t = await getTranslations('fileIntake')
  const name = mapping.customer_name ?? t('mapping.everybody')
  return (
    <>
      <PageHeader
        title={name}
        subtitle={targetKindText(t, mapping.kind)}
        crumbs={[{ label: t('title'), href: '/imports' }, { label: t('mapping.saved'), href: '/imports/mappings' }, { label: name }]}
        actions={mapping.retired_at === null && canImport(actor) ? <RetireMappingButton mappingId={mapping.id} /> : undefined}
        facts={[
          {
            term: t('column.state'),
            value:
              mapping.retired_at === null ? (
                <StatusMark shape="ready">{t('mapping.inUse')}</StatusMark>
              ) : (
                <StatusMark shape="none">{t('mapping.tab.retired')}</StatusMark>
              ),
          },
          { term: t('mapping.versionTitle'), value: mapping.version },
          ...(mapping.retired_at === null
            ? []
            : [{ term: t('mapping.retiredAt'), value: <InstantText value={mapping.retired_at} style="medium" /> }]),
        ]}
      />
      <div className="two">
        <div className="l">
          <MappingMeaning mapping={mapping} />
          <MappingBatches mapping={mapping} />
        </div>
        <div className="rr">
          <MappingHistory mapping={mapping} />
        </div>
      </div>
    </>
  )
}
