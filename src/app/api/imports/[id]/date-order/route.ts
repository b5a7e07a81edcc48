import { takeAnswered } from '@/features/file-intake/imports/take-answered'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { AnswerDateOrderInput } from '@/features/file-intake/schemas'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'

export const dynamic = 'force-dynamic'

/** Keeps which comes first in the dates of a file and takes over what waited for that. It outlives the page that asked. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const input = AnswerDateOrderInput.safeParse(await request.json().catch(() => null))
    if (!input.success || input.data.batchId !== (await params).id) return problemResponse(400, 'invalid-input')
    const ids = await takeAnswered(actor, input.data)
    return Response.json({ batches: await findImportReport(actor, ids) }, { headers: { 'cache-control': 'no-store' } })
  })
}
