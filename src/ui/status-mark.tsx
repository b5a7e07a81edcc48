import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type StatusShape = 'overdue' | 'due' | 'partly' | 'none' | 'ready' | 'fixed'
export type Tone = 'over' | 'due' | 'risk' | 'done' | 'quiet' | 'second' | 'plain'

type StatusMarkProps = {
  shape: StatusShape
  /** The hue; by default red for overdue, amber for due, green for ready and fixed, quiet else. */
  tone?: Tone | undefined
  strong?: boolean
  /** The word that goes with the shape. Only where a word stands right beside may it be left out. */
  children?: ReactNode
}

const USUAL_TONE: Record<StatusShape, Tone> = {
  overdue: 'over',
  due: 'due',
  partly: 'second',
  none: 'quiet',
  ready: 'done',
  fixed: 'done',
}

export const TONE_CLASS: Record<Tone, string> = {
  over: 'over',
  due: 'due',
  risk: 'risk',
  done: 'done',
  quiet: 'q',
  second: 'm',
  plain: '',
}

/** A shape and a word: colour never stands alone. Triangle overdue, diamond due, half disc partly, ring none, disc ready, square fixed. */
export function StatusMark({ shape, tone, strong = false, children }: StatusMarkProps) {
  return (
    <span className={classNames('st', TONE_CLASS[tone ?? USUAL_TONE[shape]], strong && 'md')}>
      <svg className="i s" viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[shape]}
      </svg>
      {children}
    </span>
  )
}

const RING = <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.6" />

const SHAPES: Record<StatusShape, ReactNode> = {
  overdue: <path d="M5 .8 9.6 9.2H.4z" />,
  due: <path d="M5 .4 9.6 5 5 9.6.4 5z" />,
  fixed: <path d="M1.2 1.2h7.6v7.6H1.2z" />,
  ready: <circle cx="5" cy="5" r="3.6" />,
  none: RING,
  partly: (
    <>
      {RING}
      <path d="M5 1.6a3.4 3.4 0 0 1 0 6.8z" />
    </>
  ),
}
