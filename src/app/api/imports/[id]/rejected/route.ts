import { getLocale, getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { writeRejectedRows } from '@/features/file-intake/exports/write-rejected-rows'
import { findRejectedRows, type RejectedRow } from '@/features/file-intake/queries/find-import'
import { fieldText } from '@/features/file-intake/ui/field-text'
import { findingSentence, positionText } from '@/features/file-intake/ui/finding-sentence'
import { sendBytes } from '@/server/file-answer'
import { problemResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'

export const dynamic = 'force-dynamic'

/** The rejected rows of a file, `?format=csv` or XLSX, with the reasons in the reader's language. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  const found = isId(id) ? await findRejectedRows(session.actor, id) : null
  if (!found) return problemResponse(404, 'not-found')
  const [locale, t] = await Promise.all([getLocale(), getTranslations('fileIntake')])
  const extension = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx'
  const texts = {
    titles: [t('position'), t('fieldTitle'), t('reason'), t('originalRow')],
    cellsOf: (row: RejectedRow) => [positionText(t, row.position), fieldText(t, row.field), findingSentence(t, locale, row)],
  }
  const file = await writeRejectedRows(found.rows, texts, extension)
  const fileName = `${found.fileName} - ${t('rejectedName')}.${file.extension}`
  return sendBytes({ fileName, mediaType: file.mediaType, content: file.content }, { isDownload: true })
}
