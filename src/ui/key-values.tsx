import { Fragment, type ReactNode } from 'react'
import { classNames } from './class-names'

export type KeyValue = { term: string; value: ReactNode }

type KeyValuesProps = { items: readonly KeyValue[]; align?: 'right' | 'left' }

export function KeyValues({ items, align = 'right' }: KeyValuesProps) {
  return (
    <dl className={classNames('kv', align === 'left' && 'left')}>
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
