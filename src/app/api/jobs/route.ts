import { findOwnJobs } from '@/features/reports/queries/find-jobs'
import { problemResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'

export const dynamic = 'force-dynamic'

/** The own background work, for the tray of the top bar. */
export async function GET(): Promise<Response> {
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  return Response.json({ jobs: await findOwnJobs(session.actor) }, { headers: { 'cache-control': 'no-store' } })
}
