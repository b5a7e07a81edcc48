import { useTranslations } from 'next-intl'
import { StatusMark, type StatusShape, type Tone } from '@/ui/status-mark'
import type { BatchState } from '../rules/batch'
import { waitsForMapping } from '../rules/mapping'

const LOOKS: Readonly<Record<BatchState, { shape: StatusShape; tone?: Tone }>> = {
  received: { shape: 'partly' },
  parsing: { shape: 'partly' },
  staged: { shape: 'due' },
  committing: { shape: 'partly' },
  done: { shape: 'ready' },
  waiting: { shape: 'none' },
  refused: { shape: 'overdue' },
  failed: { shape: 'overdue' },
  undone: { shape: 'none' },
}

type BatchStateTextProps = { state: BatchState; reason: string | null; rejected: number }

/** Where a file stands; one that was taken over in part, or waits for a person's answer, says so. */
export function BatchStateText({ state, reason, rejected }: BatchStateTextProps) {
  const t = useTranslations('fileIntake')
  if (state === 'done' && rejected > 0) return <StatusMark shape="due">{t('doneWithRejected')}</StatusMark>
  if (waitsForMapping(state, reason)) return <StatusMark shape="due">{t('asks')}</StatusMark>
  const { shape, tone } = LOOKS[state]
  return (
    <StatusMark shape={shape} tone={tone}>
      {t(`state.${state}`)}
    </StatusMark>
  )
}
