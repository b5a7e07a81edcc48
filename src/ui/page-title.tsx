import type { ReactNode } from 'react'

type PageTitleProps = { children: ReactNode; hidden?: boolean }

/** The one h1 of a page. Worklists hide it, because the top bar already shows the same word. */
export function PageTitle({ children, hidden = false }: PageTitleProps) {
  return <h1 className={hidden ? 'sr-only' : 'page-title'}>{children}</h1>
}
