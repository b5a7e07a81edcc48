import { isPerson } from '@/features/people/policy'
import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { ReadNewsInput } from '../schemas'

/** Marks one piece of the reader's own news as read, or all of them. Somebody else's stays as it is. */
export const readNews = defineCommand({
  event: 'news.read',
  input: ReadNewsInput,
  find: findNothing,
  allow: isPerson,
  async change({ tx, actor }, _nothing, { newsId }) {
    if (actor.kind !== 'user') return { count: 0 }
    const one = newsId === null ? sql`TRUE` : sql`id = ${newsId}::uuid`
    const count = await tx.$executeRaw(
      sql`UPDATE news SET read_at = now() WHERE user_id = ${actor.userId}::uuid AND read_at IS NULL AND ${one}`,
    )
    return { count }
  },
})
