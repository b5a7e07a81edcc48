import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { PlaceInFile } from '@/core/place-in-file'
import { findRecordPlace } from '@/features/file-intake/queries/find-record-place'
import { requireActor } from '@/server/session'
import { EmptyState } from '@/ui/empty-state'
import { hrefWith, type SearchParams } from '@/ui/page-address'

/** A paper that somebody uploaded by hand came with no import; it has a page of its own. */
const isPaper = (record: string) => record === 'proof-of-delivery' || record === 'bill-of-lading' || record === 'mail'

type RecordPlacePageProps = { params: Promise<{ record: string; id: string }>; searchParams: Promise<SearchParams> }

/** From a record to the place in its file; `?position=` names a line of it. */
export default async function RecordPlacePage({ params, searchParams }: RecordPlacePageProps) {
  const actor = await requireActor()
  const { record, id } = await params
  const wanted = PlaceInFile.parse(await searchParams)
  const place = isId(id) ? await findRecordPlace(actor, record, id) : null
  if (place) redirect(hrefWith(`/imports/${place.batchId}/where`, {}, { ...wanted, position: wanted.position || place.position }))
  if (isPaper(record) && isId(id)) redirect(`/documents/${id}`)
  const t = await getTranslations('fileIntake')
  return (
    <EmptyState>
      <b>{t('where.closed')}</b> {t('where.closedWhy')}
    </EmptyState>
  )
}
