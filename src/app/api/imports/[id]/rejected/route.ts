import { getLocale, getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { type RejectedTexts, writeRejectedCsv, writeRejectedWorkbook } from '@/features/file-intake/exports/write-rejected-rows'
import { gatherRejected } from '@/features/file-intake/imports/gather-rejected'
import { findRejectedFile } from '@/features/file-intake/queries/find-rejected-file'
import { fieldText } from '@/features/file-intake/ui/field-text'
import { findingSentence } from '@/features/file-intake/ui/finding-sentence'
import { sendBytes } from '@/server/file-answer'
import { problemResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'
import { placeText } from '@/ui/place-text'

export const dynamic = 'force-dynamic'

/** The rows of a file that wait for correction, as a workbook that can be sent again, or `?format=csv`; reasons in the reader's language. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  const found = isId(id) ? await findRejectedFile(session.actor, id) : null
  if (!found) return problemResponse(404, 'not-found')
  const [locale, t, kit, sheets] = await Promise.all([
    getLocale(),
    getTranslations('fileIntake'),
    getTranslations('ui'),
    gatherRejected(found),
  ])
  const texts: RejectedTexts = {
    titles: [t('position'), t('fieldTitle'), t('reason')],
    cellsOf: (position, row) => [placeText(kit, position), fieldText(t, row.field), findingSentence(t, locale, row)],
  }
  const isCsv = new URL(request.url).searchParams.get('format') === 'csv'
  const file = isCsv ? writeRejectedCsv(sheets, texts) : await writeRejectedWorkbook(found.file.id, sheets, texts)
  const fileName = `${found.file.fileName} - ${t('rejectedName')}.${file.extension}`
  return sendBytes({ fileName, mediaType: file.mediaType, content: file.content }, { isDownload: true })
}
