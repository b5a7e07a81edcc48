import { findPastePlan, PastePreviewInput } from '@/features/deductions/queries/find-paste-plan'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'

export const dynamic = 'force-dynamic'

/** What a paste from a spreadsheet would change; only looks, and takes more than an address can carry. */
export async function POST(request: Request): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const input = PastePreviewInput.safeParse(await request.json().catch(() => null))
    if (!input.success) return problemResponse(400, 'invalid-input')
    return Response.json({ rows: await findPastePlan(actor, input.data.rows) }, { headers: { 'cache-control': 'no-store' } })
  })
}
