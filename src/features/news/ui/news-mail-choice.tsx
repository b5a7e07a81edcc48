'use client'

import { useTranslations } from 'next-intl'
import { chooseNewsMailAction } from '@/features/people/actions'
import { useAction } from '@/ui/form/use-action'
import { Icon } from '@/ui/icon'
import { Menu } from '@/ui/menu'
import { NEWS_MAILS, type NewsMail } from '../rules/news'

type NewsMailChoiceProps = { newsMail: NewsMail }

/** When unread news also come by mail. */
export function NewsMailChoice({ newsMail }: NewsMailChoiceProps) {
  const t = useTranslations('news')
  const choose = useAction(chooseNewsMailAction, { done: t('mailChosen') })
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="chip" disabled={choose.isPending}>
          {t('mailWhen')}
          <b>{t(`newsMail.${newsMail}`)}</b>
          <Icon name="down" />
        </button>
      }
      entries={NEWS_MAILS.map((one) => ({
        kind: 'action' as const,
        key: one,
        label: t(`newsMail.${one}`),
        chosen: one === newsMail,
        onSelect: () => choose.run({ newsMail: one }),
      }))}
    />
  )
}
