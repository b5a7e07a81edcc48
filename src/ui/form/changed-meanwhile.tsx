'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'

type Versioned = { id: string; version: number }

export type Compared = { label: string; before: ReactNode; after: ReactNode; differs: boolean }

type ChangedMeanwhileProps<Row extends Versioned> = {
  /** The record as the page has it now; a refused save brings the newer one. */
  row: Row
  /** The values that a person decides on, as they were when the form opened and as they are now. */
  compare: (before: Row, after: Row) => readonly Compared[]
}

/** Shown in a form once its record changed after the form was opened: what is different now. What was typed stays. */
export function ChangedMeanwhile<Row extends Versioned>({ row, compare }: ChangedMeanwhileProps<Row>) {
  const t = useTranslations('ui')
  const [opened] = useState(row)
  if (opened.version === row.version) return null
  const changed = compare(opened, row).filter(({ differs }) => differs)
  return (
    <div className="flex flex-col gap-1" role="status">
      <p className="b">{t('changedMeanwhile')}</p>
      {changed.length === 0 && <p className="m">{t('changedElsewhere')}</p>}
      {changed.map(({ label, before, after }) => (
        <p key={label}>
          {label}: <s className="m">{before}</s> → <span className="b">{after}</span>
        </p>
      ))}
    </div>
  )
}
