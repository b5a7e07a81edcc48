'use client'

import { useLocale, useTranslations } from 'next-intl'
import { joinTerm } from '@/i18n/formats'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { askAboutSignalAction } from '../actions'
import type { SignalKind } from '../rules/signal-kinds'

type AskAboutSignalButtonProps = {
  signalId: string
  kind: SignalKind
  about: string
  team: string
  facts: readonly string[]
  isSmall?: boolean
}

/** Sends the team that can put a step right a request in one press; what it is about is written into it. */
export function AskAboutSignalButton({ signalId, kind, about, team, facts, isSmall = false }: AskAboutSignalButtonProps) {
  const t = useTranslations('shipments')
  const locale = useLocale()
  const { run, isPending } = useAction(askAboutSignalAction, { done: t('signal.asked', { team }) })
  const title = joinTerm(t(`signal.kind.${kind}`), about, locale)
  return (
    <Button
      type="button"
      kind={isSmall ? 'plain' : 'primary'}
      pending={isPending}
      {...(isSmall ? {} : { keys: 'A' })}
      onClick={() => run({ signalId, title, body: [t(`signal.todo.${kind}`), '', ...facts].join('\n'), locale })}
    >
      {t('signal.ask', { team })}
    </Button>
  )
}
