import { isId } from '@/core/ids'
import { CorrectRowInput, correctRow } from '@/features/file-intake/imports/correct-row'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'

export const dynamic = 'force-dynamic'

/** One rejected row, corrected on the page; answers the report of the correction. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const { id } = await params
    const input = CorrectRowInput.safeParse(await request.json().catch(() => null))
    if (!isId(id) || !input.success) return problemResponse(400, 'invalid-input')
    const batch = await correctRow(actor, id, input.data)
    return Response.json({ batches: await findImportReport(actor, [batch.id]) }, { headers: { 'cache-control': 'no-store' } })
  })
}
