import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { PlaceInFile, soughtAt } from '@/core/place-in-file'
import { readPosition, stepOf } from '@/core/position'
import { showPlace } from '@/features/file-intake/imports/show-place'
import { ExcerptSection } from '@/features/file-intake/ui/excerpt-section'
import { fieldText } from '@/features/file-intake/ui/field-text'
import { requireActor } from '@/server/session'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import type { SearchParams } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { PdfFrame } from '@/ui/pdf-frame'
import { placeText } from '@/ui/place-text'
import { Section } from '@/ui/section'

type WherePageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

/** Where a value stands: the original file opened at that place. */
export default async function WherePage({ params, searchParams }: WherePageProps) {
  const actor = await requireActor()
  const { id } = await params
  const place = PlaceInFile.parse(await searchParams)
  const [t, kit, shown] = await Promise.all([
    getTranslations('fileIntake'),
    getTranslations('ui'),
    isId(id) ? showPlace(actor, id, { ...place, sought: soughtAt(place) }) : null,
  ])
  if (!shown)
    return (
      <EmptyState>
        <b>{t('where.closed')}</b> {t('where.closedWhy')}
      </EmptyState>
    )
  const page = stepOf(readPosition(place.position) ?? [], 'page') ?? 1
  const isPdf = shown.mediaType === 'application/pdf'
  return (
    <>
      <PageHeader
        title={shown.fileName}
        subtitle={placeText(kit, place.position)}
        crumbs={[
          { label: t('title'), href: '/imports' },
          { label: t('numberOf', { number: shown.number }), href: `/imports/${id}` },
          { label: t('where.title') },
        ]}
        actions={
          <LinkButton href={`/api/imports/${id}/file`} download="">
            {t('download')}
          </LinkButton>
        }
        facts={place.field === '' ? [] : [{ term: t('fieldTitle'), value: fieldText(t, place.field) }]}
      />
      <div className="page">
        {shown.excerpt !== null && <ExcerptSection excerpt={shown.excerpt} />}
        {shown.excerpt === null && !isPdf && <EmptyState>{t('where.notShown')}</EmptyState>}
        {isPdf && (
          <Section title={t('where.page')}>
            <div className="h-[70vh]">
              <PdfFrame src={`/api/imports/${id}/file?show=1#page=${page}&navpanes=0`} title={shown.fileName} />
            </div>
          </Section>
        )}
      </div>
    </>
  )
}
