import type { ReactNode } from 'react'

type NoticeProps = { title: string; children: ReactNode; action?: ReactNode }

/** A page that has nothing but a sentence to show: what happened, what is safe, what to do. */
export function Notice({ title, children, action }: NoticeProps) {
  return (
    <div className="notice">
      <h1>{title}</h1>
      <p className="m">{children}</p>
      <div className="row">{action}</div>
    </div>
  )
}
