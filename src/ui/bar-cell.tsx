import { classNames } from './class-names'

type BarCellProps = {
  /** Length relative to the longest bar of the table, 0 to 1. */
  share: number
  /** The one to act on takes the accent; all others stay neutral. */
  isAccented?: boolean
  size?: 'normal' | 'low'
}

/** A horizontal bar in a table cell; the figure stands in the column beside it, so the bar is silent. */
export function BarCell({ share, isAccented = false, size = 'normal' }: BarCellProps) {
  const percent = Math.min(1, Math.max(0, share)) * 100
  return (
    <span
      aria-hidden="true"
      className={classNames('hb', isAccented && 'a', size === 'low' && 'low')}
      style={{ width: `${percent.toFixed(1)}%` }}
    />
  )
}

/** Length of an amount relative to the largest one; both in minor units of one currency. */
export function barShare(part: bigint, largest: bigint): number {
  return largest <= 0n || part <= 0n ? 0 : Number((part * 10_000n) / largest) / 10_000
}
