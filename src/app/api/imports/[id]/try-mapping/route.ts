import { isId } from '@/core/ids'
import { tryMappingOn } from '@/features/file-intake/imports/look-at-import'
import { TryMappingInput } from '@/features/file-intake/schemas'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'

export const dynamic = 'force-dynamic'

/** What a mapping would store of a waiting file; nothing is stored. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const { id } = await params
    const input = TryMappingInput.safeParse(await request.json().catch(() => null))
    if (!isId(id) || !input.success) return problemResponse(400, 'invalid-input')
    return Response.json({ preview: await tryMappingOn(actor, id, input.data) }, { headers: { 'cache-control': 'no-store' } })
  })
}
