import type { ReactNode } from 'react'

type CapitalisedProps = { children: ReactNode; className?: string | undefined }

/** Words that stand in sentences elsewhere, alone in a cell: they begin with a capital there. */
export function Capitalised({ children, className }: CapitalisedProps) {
  return <span className={`inline-block first-letter:uppercase ${className ?? ''}`.trimEnd()}>{children}</span>
}
