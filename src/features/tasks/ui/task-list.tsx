'use client'

import { useTranslations } from 'next-intl'
import { KitList } from '@/ui/list-kit/kit-list'
import type { KitListProps } from '@/ui/list-kit/kit-list-props'
import { taskCellText } from './task-cell-text'

/** The list of requests; what asks by itself is told in the reader's language. */
export function TaskList(props: KitListProps) {
  const t = useTranslations()
  const textOf = (key: string) => (row: Parameters<typeof taskCellText>[1]) => taskCellText(key, row, t)
  return <KitList {...props} own={{ title: textOf('title'), kind: textOf('kind'), about: textOf('about'), asked: textOf('asked') }} />
}
