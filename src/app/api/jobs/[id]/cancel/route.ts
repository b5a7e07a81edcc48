import { isId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { answerBrowser } from '@/server/http/answer-browser'
import { cancelJob } from '@/server/jobs/cancel-job'

export const dynamic = 'force-dynamic'

/** Asks a job to stop at its next step; only who asked for it, or an administrator. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const { id } = await params
    if (!isId(id)) throw new Refusal('not-found')
    await cancelJob(actor, id)
    return new Response(null, { status: 204 })
  })
}
