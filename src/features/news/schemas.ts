import * as z from 'zod'
import { PageNumber } from '@/core/list-page'

export const NEWS_TABS = ['unread', 'all'] as const
export type NewsTab = (typeof NEWS_TABS)[number]

/** What the list of news shows; lives in the URL. */
export const NewsFilter = z.object({ tab: z.enum(NEWS_TABS).catch('unread'), page: PageNumber })
export type NewsFilter = z.output<typeof NewsFilter>

/** One piece of news, or all that is unread. */
export const ReadNewsInput = z.strictObject({ newsId: z.uuid().nullable() })

export const MailNewsInput = z.strictObject({
  userId: z.uuid(),
  newsIds: z.array(z.uuid()).min(1),
  mail: z.strictObject({ to: z.email(), subject: z.string(), text: z.string(), html: z.string() }),
})
