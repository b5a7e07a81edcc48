import type { Actor } from '@/core/actor'
import { currentSession } from '../session'
import { answerRefusals } from './answer-refusals'
import { problemResponse } from './problem-response'

/** Answers a route that only pages of this site may call, for whoever is signed in; a refusal becomes its problem. */
export async function answerBrowser(request: Request, answer: (actor: Actor) => Promise<Response>): Promise<Response> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return problemResponse(403, 'not-allowed')
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  return answerRefusals(() => answer(session.actor))
}
