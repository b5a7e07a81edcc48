import { findPackageFile } from '@/features/disputes/queries/find-package-file'
import { notFoundAnswer, sendStored } from '@/server/file-answer'
import { currentSession } from '@/server/session'

type Context = { params: Promise<{ id: string }> }

/** Everything of a built package in one archive. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const file = await findPackageFile(session.actor, (await params).id, 'zip')
  return file ? sendStored(file, { isDownload: true }) : notFoundAnswer()
}
