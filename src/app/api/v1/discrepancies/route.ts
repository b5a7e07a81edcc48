import { DISCREPANCY_LIST } from '@/features/reports/queries/api-lists'
import { DiscrepancyItem } from '@/features/reports/schemas'
import { actorOfToken } from '@/server/token'
import { answerList } from '../answer-list'

export const dynamic = 'force-dynamic'

/** The discrepancies of the token's customers, page by page: `filter`, `sort`, `after`, `limit`. */
export async function GET(request: Request): Promise<Response> {
  return answerList(request, await actorOfToken(request.headers.get('authorization')), DISCREPANCY_LIST, DiscrepancyItem, '-firstSeenAt')
}
