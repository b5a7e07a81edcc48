import { isId } from '@/core/ids'
import { findExport } from '@/features/deductions/queries/find-export'
import { notFoundAnswer, sendStored } from '@/server/file-answer'
import { problemResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'

type Context = { params: Promise<{ id: string }> }

/** The file of a finished export. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  const file = isId(id) ? await findExport(session.actor, id) : null
  return file ? sendStored(file, { isDownload: true }) : notFoundAnswer()
}
