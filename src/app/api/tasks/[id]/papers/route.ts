import { isId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { receiveAnswer } from '@/features/file-intake/imports/receive-answer'
import { answerBrowser } from '@/server/http/answer-browser'

export const dynamic = 'force-dynamic'

/** Takes the papers that answer a request, from somebody of the asked team; they are tied to the claim and the request ends. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  return answerBrowser(request, async (actor) => {
    if (!isId(id)) throw new Refusal('not-found')
    const { documents } = await receiveAnswer(actor, id, request)
    return Response.json({ documents }, { status: 201, headers: { 'cache-control': 'no-store' } })
  })
}
