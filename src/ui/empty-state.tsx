import type { ReactNode } from 'react'

type EmptyStateProps = {
  /** One sentence: what is not there, and what is next. A filter that finds nothing names the filter to drop. */
  children: ReactNode
  /** One action. */
  action?: ReactNode
}

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <span>{children}</span>
      {action}
    </div>
  )
}
