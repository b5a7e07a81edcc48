import type { ReactNode } from 'react'

type NoticeProps = {
  title: string
  children: ReactNode
  action?: ReactNode
  /** The notice is the whole page, outside of the workspace frame. */
  isWholePage?: boolean | undefined
}

/** A page that has nothing but a sentence to show: what happened, what is safe, what to do. */
export function Notice({ title, children, action, isWholePage = false }: NoticeProps) {
  const Frame = isWholePage ? 'main' : 'div'
  return (
    <Frame className="notice">
      <h1>{title}</h1>
      <p className="m">{children}</p>
      <div className="row">{action}</div>
    </Frame>
  )
}
