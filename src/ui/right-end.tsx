import type { ReactNode } from 'react'

type RightEndProps = { children: ReactNode }

/** Pushes what it holds to the right end of its line; nothing when there is nothing. */
export function RightEnd({ children }: RightEndProps) {
  if (children === undefined || children === null) return null
  return (
    <>
      <span className="sp" />
      {children}
    </>
  )
}
