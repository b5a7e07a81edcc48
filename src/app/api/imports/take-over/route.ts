import { takeOverStaged } from '@/features/file-intake/imports/take-over-staged'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { TakeOverInput } from '@/features/file-intake/schemas'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'

export const dynamic = 'force-dynamic'

/** Takes staged files over: many at once in the right order. It outlives the page that asked, unlike a form. */
export async function POST(request: Request): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const input = TakeOverInput.safeParse(await request.json().catch(() => null))
    if (!input.success) return problemResponse(400, 'invalid-input')
    const ids = await takeOverStaged(actor, input.data.ids)
    return Response.json({ batches: await findReportWithParts(actor, ids) }, { headers: { 'cache-control': 'no-store' } })
  })
}
