import { takeMapped } from '@/features/file-intake/imports/take-mapped'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { TakeMappedInput } from '@/features/file-intake/schemas'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'

export const dynamic = 'force-dynamic'

/** Keeps a mapping and takes the files over that it reads. It outlives the page that asked, unlike a form. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const input = TakeMappedInput.safeParse(await request.json().catch(() => null))
    if (!input.success || input.data.batchId !== (await params).id) return problemResponse(400, 'invalid-input')
    const ids = await takeMapped(actor, input.data)
    return Response.json({ batches: await findImportReport(actor, ids) }, { headers: { 'cache-control': 'no-store' } })
  })
}
