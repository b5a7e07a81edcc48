import type { ReactNode } from 'react'
import { RightEnd } from '../right-end'
import { RangeSums } from './range-sums'

type StatusLineProps = {
  /** Totals of all rows that match, one figure per currency. */
  children: ReactNode
  /** Right end: the pager, or the sums of a chosen range. */
  end?: ReactNode
}

/** The one footer line of a worklist. */
export function StatusLine({ children, end }: StatusLineProps) {
  return (
    <div className="stat">
      {children}
      <RangeSums />
      <RightEnd>{end}</RightEnd>
    </div>
  )
}
