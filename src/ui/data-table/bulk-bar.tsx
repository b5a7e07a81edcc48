'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import { MoneyList } from '../money-list'
import { useSelection } from './selection'

type BulkBarProps = {
  /** Buttons; the primary one first. They read `useSelection()`. */
  children: ReactNode
}

/** Floats over the list while rows are chosen: how many, what they are worth, what can be done with them. */
export function BulkBar({ children }: BulkBarProps) {
  const t = useTranslations('ui')
  const { selected, isAllMatching, matching, sums, selectAllMatching, clear } = useSelection()
  if (selected.size === 0 && !isAllMatching) return null
  const canWiden = matching !== undefined && matching > selected.size && !isAllMatching
  return (
    <div className="bulk-dock">
      <div className="bulk" role="toolbar" aria-label={t('bulkActions')}>
        <b aria-live="polite">{t('selectedCount', { count: isAllMatching ? (matching ?? selected.size) : selected.size })}</b>
        {sums.length > 0 && !isAllMatching && (
          <span className="m">
            &nbsp;
            <MoneyList values={sums} />
          </span>
        )}
        <hr />
        {children}
        {canWiden && (
          <>
            <hr />
            <button type="button" className="btn" onClick={selectAllMatching}>
              <span className="text-accent">{t('selectAllMatching', { count: matching })}</span>
            </button>
          </>
        )}
        <button type="button" className="btn icon" aria-label={t('clearSelection')} onClick={clear}>
          <Icon name="close" />
        </button>
      </div>
    </div>
  )
}
