import { Refusal } from '@/core/refusal'
import { addExhibit } from '@/features/disputes/commands/add-exhibit'
import { EXHIBIT_KINDS } from '@/features/disputes/rules/exhibit'
import { ADDED_BYTES_MAX, mediaTypeOf } from '@/features/disputes/rules/media-type'
import { currentSession } from '@/server/session'
import { answerJson, readUploadedFile } from '@/server/uploaded-file'

type Context = { params: Promise<{ id: string }> }

/** Adds a file to the package of a dispute. Pictures count as photos unless the form names what they prove. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const { id } = await params
  return answerJson(async () => {
    const file = await readUploadedFile(request, ADDED_BYTES_MAX)
    const mediaType = mediaTypeOf(file.content)
    if (mediaType === null) throw new Refusal('unsupported-file')
    const named = EXHIBIT_KINDS.find((kind) => kind === file.field('evidence'))
    const evidence = named ?? (mediaType === 'application/pdf' ? 'attachment' : 'photo')
    return addExhibit(session.actor, { disputeId: id, evidence, fileName: file.fileName, mediaType, content: file.content })
  })
}
