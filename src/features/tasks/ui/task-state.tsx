import { useTranslations } from 'next-intl'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { TaskState } from '../rules/teams'

const SHAPES: Readonly<Record<TaskState, StatusShape>> = { open: 'partly', answered: 'ready', closed: 'fixed', cancelled: 'none' }

type TaskStateTextProps = { state: TaskState }

export function TaskStateText({ state }: TaskStateTextProps) {
  const t = useTranslations('tasks')
  return <StatusMark shape={SHAPES[state]}>{t(`state.${state}`)}</StatusMark>
}
