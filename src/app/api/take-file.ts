import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { ADDED_BYTES_MAX, mediaTypeOf } from '@/features/disputes/rules/media-type'
import { currentSession } from '@/server/session'
import { answerJson, readUploadedFile, type UploadedFile } from '@/server/uploaded-file'

export type Context = { params: Promise<{ id: string }> }
type TakenFile = UploadedFile & { mediaType: string }

/** Takes one file for a dispute or a claim on a carrier, of a kind a package can hold, and answers what the command says of it. */
export async function takeFile(
  request: Request,
  { params }: Context,
  take: (actor: Actor, id: string, file: TakenFile) => Promise<unknown>,
): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const { id } = await params
  return answerJson(async () => {
    const file = await readUploadedFile(request, ADDED_BYTES_MAX)
    const mediaType = mediaTypeOf(file.content)
    if (mediaType === null) throw new Refusal('unsupported-file')
    return take(session.actor, id, { ...file, mediaType })
  })
}
