'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { CopyButton } from '../copy-button'
import { MoneyText } from '../money-text'
import { sumAmounts, sumNumbers } from './cell-value'
import { currentCells, noCells, subscribeRange } from './range-store'
import { writeTsv } from './tsv'

/** Count, sum and average of the chosen cells, per currency, as the status bar of a spreadsheet has them. Nothing chosen, nothing shown. */
export function RangeSums() {
  const t = useTranslations('ui')
  const cells = useSyncExternalStore(subscribeRange, currentCells, noCells)
  const values = cells?.values.flat() ?? []
  if (cells === null || values.length < 2) return null
  const numbers = sumNumbers(values)
  return (
    <span className="rg row" role="status">
      <span>{t('range.count', { count: values.filter(({ text }) => text !== '').length })}</span>
      {sumAmounts(values).map(({ currency, count, sum, average }) => (
        <span key={currency}>
          {currency} {count} {t('range.sum')} <MoneyText value={sum} strong /> {t('range.average')} <MoneyText value={average} strong />
        </span>
      ))}
      {numbers !== null && (
        <span>
          {t('range.sum')} <b>{numbers.sum}</b> {t('range.average')} <b>{numbers.average}</b>
        </span>
      )}
      <CopyButton text={writeTsv(cells.values.map((row) => row.map(({ text }) => text)))} label={t('range.copy')} />
    </span>
  )
}
