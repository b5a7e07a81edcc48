import { receiveRequest } from '@/features/file-intake/imports/receive-request'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { answerBrowser } from '@/server/http/answer-browser'

export const dynamic = 'force-dynamic'

/** The browser's upload: session cookie instead of a token; only pages of this site may send it. */
export async function POST(request: Request): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const received = await receiveRequest(actor, request, 'browser')
    const batches = await findReportWithParts(
      actor,
      received.map((batch) => batch.id),
    )
    return Response.json({ batches }, { headers: { 'cache-control': 'no-store' } })
  })
}
