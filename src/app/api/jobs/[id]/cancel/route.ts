import { isId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { problemResponse, refusalResponse } from '@/server/http/problem-response'
import { cancelJob } from '@/server/jobs/cancel-job'
import { currentSession } from '@/server/session'

export const dynamic = 'force-dynamic'

/** Asks a job to stop at its next step; only who asked for it, or an administrator. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return problemResponse(403, 'not-allowed')
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  try {
    if (!isId(id)) throw new Refusal('not-found')
    await cancelJob(session.actor, id)
    return new Response(null, { status: 204 })
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error)
    throw error
  }
}
