import { describeApi } from '../describe-api'

export const dynamic = 'force-dynamic'

/** What the API takes and gives, as OpenAPI 3.1; for whoever writes a program against it, so nobody signs in for it. */
export function GET(request: Request): Response {
  return Response.json(describeApi(new URL(request.url).origin), { headers: { 'cache-control': 'public, max-age=300' } })
}
