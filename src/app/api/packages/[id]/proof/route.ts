import { Refusal } from '@/core/refusal'
import { addProof } from '@/features/disputes/commands/add-proof'
import { ADDED_BYTES_MAX, mediaTypeOf } from '@/features/disputes/rules/media-type'
import { currentSession } from '@/server/session'
import { answerJson, readUploadedFile } from '@/server/uploaded-file'

type Context = { params: Promise<{ id: string }> }

/** Keeps a picture of the portal's receipt; answers its document id. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const { id } = await params
  return answerJson(async () => {
    const file = await readUploadedFile(request, ADDED_BYTES_MAX)
    const mediaType = mediaTypeOf(file.content)
    if (mediaType === null) throw new Refusal('unsupported-file')
    return addProof(session.actor, { disputeId: id, fileName: file.fileName, mediaType, content: file.content })
  })
}
