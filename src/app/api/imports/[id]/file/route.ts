import { isId } from '@/core/ids'
import { findOriginalFile } from '@/features/file-intake/queries/find-import'
import { sendStored } from '@/server/file-answer'
import { problemResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'

export const dynamic = 'force-dynamic'

/** The bytes of a file as they came in; `?show=1` opens in the browser what it can show. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  const file = isId(id) ? await findOriginalFile(session.actor, id) : null
  if (!file) return problemResponse(404, 'not-found')
  return sendStored(file, { isDownload: new URL(request.url).searchParams.get('show') !== '1' })
}
