import { getTranslations } from 'next-intl/server'
import type { ReplyFacts } from '@/features/orders/queries/find-reply'
import { replyToLine, replyToOrder } from '@/features/orders/rules/reply-codes'
import { ReplySection } from '@/features/orders/ui/reply-section'
import { replyText } from '@/features/orders/ui/reply-text'
import { env } from '@/server/env'

type OrderReplyProps = { facts: ReplyFacts; customer: string; poKey: string; canSend: boolean }

/** The reply to the customer in every language we write, the customer's first. */
export async function OrderReply({ facts, customer, poKey, canSend }: OrderReplyProps) {
  const locales = facts.reply_locale === 'zh-CN' ? (['zh-CN', 'en'] as const) : (['en', 'zh-CN'] as const)
  const texts = await Promise.all(
    locales.map(async (locale) => {
      const t = await getTranslations({ locale, namespace: 'orders' })
      return { locale, ...replyText(facts, t, locale, env().RECOUP_COMPANY) }
    }),
  )
  const lines = facts.lines.map(({ line, exceptions }) => ({ line, code: replyToLine(exceptions) }))
  return (
    <ReplySection
      customer={customer}
      poKey={poKey}
      order={replyToOrder(lines.map(({ code }) => code))}
      lines={lines}
      hasEdi={facts.edi_id !== null}
      to={facts.reply_email}
      texts={texts}
      canSend={canSend}
    />
  )
}
