import { useTranslations } from 'next-intl'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import type { LineReply, OrderReply } from '../rules/reply-codes'
import { ReplyDialog } from './reply-dialog'
import type { ReplyText } from './reply-text'

type ReplySectionProps = {
  customer: string
  poKey: string
  order: OrderReply
  lines: readonly { line: string; code: LineReply }[]
  /** The customer has an EDI address. */
  hasEdi: boolean
  to: string | null
  /** The mail in every language we write, the customer's first. */
  texts: readonly (ReplyText & { locale: 'en' | 'zh-CN' })[]
  canSend: boolean
}

/** The reply to the customer as it stands now: the code of every line, as an 855 to download and as a mail to copy or send. */
export function ReplySection({ customer, poKey, order, lines, hasEdi, to, texts, canSend }: ReplySectionProps) {
  const t = useTranslations('orders')
  return (
    <Section title={t('reply.title')} id="reply">
      <p className="concl" title={`BAK02 ${order}`}>
        {t(`reply.order.${order}`)}
      </p>
      <table className="t" aria-label={t('reply.title')}>
        <tbody>
          {lines.map(({ line, code }) => (
            <tr key={line}>
              <td className="m">{t('lineNo', { line })}</td>
              <td>
                <span title={code}>{t(`reply.code.${code}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row mt-3 flex-wrap">
        {hasEdi && (
          <LinkButton href={`/api/orders/${encodeURIComponent(customer)}/${encodeURIComponent(poKey)}/855`} download="">
            {t('reply.download')}
          </LinkButton>
        )}
        <ReplyDialog customer={customer} poKey={poKey} to={to} texts={texts} canSend={canSend} />
      </div>
    </Section>
  )
}
