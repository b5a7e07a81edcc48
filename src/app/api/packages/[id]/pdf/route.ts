import { findPackageFile } from '@/features/disputes/queries/find-package-file'
import { notFoundAnswer, sendStored } from '@/server/file-answer'
import { currentSession } from '@/server/session'

type Context = { params: Promise<{ id: string }> }

/** The merged PDF of a built package; `?download` saves it instead of showing it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const file = await findPackageFile(session.actor, (await params).id, 'pdf')
  return file ? sendStored(file, { isDownload: new URL(request.url).searchParams.has('download') }) : notFoundAnswer()
}
