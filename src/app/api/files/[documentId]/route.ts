import { findDocumentFile } from '@/features/documents/queries/find-document-file'
import { notFoundAnswer, sendStored } from '@/server/file-answer'
import { currentSession } from '@/server/session'

type Context = { params: Promise<{ documentId: string }> }

/** The file of a document; `?download` saves it instead of showing it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const file = await findDocumentFile(session.actor, (await params).documentId)
  return file ? sendStored(file, { isDownload: new URL(request.url).searchParams.has('download') }) : notFoundAnswer()
}
