import type { ReactNode } from 'react'

type WorklistProps = {
  tabs?: ReactNode
  filters?: ReactNode
  /** The table, or a Suspense around it. Put `Selection` around table and bulk bar here. */
  children: ReactNode
  peek?: ReactNode
  /** `StatusLine` with totals and pager. */
  footer?: ReactNode
}

/** A page that is a list: tabs, filters, table, one footer line; a peek at the right. */
export function Worklist({ tabs, filters, children, peek, footer }: WorklistProps) {
  return (
    <div className="worklist">
      {tabs}
      {filters}
      {/* One tree with and without a peek: the list keeps its place when one opens. */}
      <div className={peek === undefined || peek === null ? 'contents' : 'with-peek'}>
        {children}
        {peek}
      </div>
      {footer}
    </div>
  )
}
