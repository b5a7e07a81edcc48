import type * as z from 'zod'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import type { ApiList } from '@/features/reports/queries/api-lists'
import { findApiPage } from '@/features/reports/queries/find-api-page'
import { ApiListQuery } from '@/features/reports/schemas'
import { fieldErrors } from '@/server/command'
import { problemResponse, refusalResponse } from '@/server/http/problem-response'

/** Answers one page of a list to whoever the token stands for; `sort` is the order when none is asked for. */
export async function answerList<Item>(
  request: Request,
  actor: Actor | null,
  list: ApiList<Item>,
  schema: z.ZodType<Item>,
  sort: string,
): Promise<Response> {
  if (!actor) return problemResponse(401, 'not-signed-in')
  try {
    const asked = ApiListQuery.safeParse({ sort, ...Object.fromEntries(new URL(request.url).searchParams) })
    if (!asked.success) throw new Refusal('invalid-input', { fields: fieldErrors(asked.error) })
    const { items, next } = await findApiPage(actor, list, asked.data)
    return Response.json({ items: items.map((item) => schema.parse(item)), next }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error)
    throw error
  }
}
