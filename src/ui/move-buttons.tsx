'use client'

import { useTranslations } from 'next-intl'
import { Icon } from './icon'

type MoveButtonsProps = { name: string; isFirst: boolean; isLast: boolean; onMove: (by: -1 | 1) => void }

/** Order by buttons, beside any drag handle: same result without dragging. */
export function MoveButtons({ name, isFirst, isLast, onMove }: MoveButtonsProps) {
  const t = useTranslations('ui')
  return (
    <span className="row gap-1.5">
      <button type="button" className="mv" disabled={isFirst} aria-label={`${t('moveUp')}: ${name}`} onClick={() => onMove(-1)}>
        <Icon name="arrow-up" />
      </button>
      <button type="button" className="mv" disabled={isLast} aria-label={`${t('moveDown')}: ${name}`} onClick={() => onMove(1)}>
        <Icon name="arrow-down" />
      </button>
    </span>
  )
}
