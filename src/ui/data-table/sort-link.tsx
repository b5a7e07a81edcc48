'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { MouseEvent, ReactNode } from 'react'

type SortLinkProps = {
  href: string
  /** Where a press with Shift leads. */
  shiftHref: string | undefined
  children: ReactNode
}

/** A link of a header; Shift means another place. Without script it only goes to the first. */
export function SortLink({ href, shiftHref, children }: SortLinkProps) {
  const router = useRouter()
  function onClick(event: MouseEvent) {
    if (shiftHref === undefined || !event.shiftKey) return
    event.preventDefault()
    router.replace(shiftHref, { scroll: false })
  }
  return (
    <Link href={href} scroll={false} prefetch={false} replace onClick={onClick}>
      {children}
    </Link>
  )
}
