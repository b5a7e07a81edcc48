import type { ReactNode } from 'react'
import { classNames } from './class-names'

type TagProps = { tone?: 'plain' | 'due' | 'over' | 'risk' | 'done'; children: ReactNode }

export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={classNames('tag', tone !== 'plain' && tone)}>{children}</span>
}
