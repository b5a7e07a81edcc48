import { useTranslations } from 'next-intl'
import { StatusMark, type StatusShape, type Tone } from '@/ui/status-mark'
import type { BatchState } from '../rules/batch'

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

type BatchStateTextProps = { state: BatchState; rejected: number }

/** Where a file stands; one that was taken over in part says so. */
export function BatchStateText({ state, rejected }: BatchStateTextProps) {
  const t = useTranslations('fileIntake')
  if (state === 'done' && rejected > 0) return <StatusMark shape="due">{t('doneWithRejected')}</StatusMark>
  const { shape, tone } = LOOKS[state]
  return (
    <StatusMark shape={shape} tone={tone}>
      {t(`state.${state}`)}
    </StatusMark>
  )
}
