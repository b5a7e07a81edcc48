import { classNames } from './class-names'

type ProgressProps = {
  /** 0 to 1. */
  share: number
  label: string
  tone?: 'plain' | 'over'
}

/** A thin bar with its meaning as text beside it; the bar alone never speaks. */
export function Progress({ share, label, tone = 'plain' }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <span
      className={classNames('bar', tone === 'over' && 'over')}
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${percent}%` }} />
    </span>
  )
}
