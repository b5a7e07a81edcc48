'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { isUnder } from './path-under'

type RailLinkProps = { href: string; label: string; children?: ReactNode }

export function RailLink({ href, label, children }: RailLinkProps) {
  const path = usePathname()
  return (
    <Link className="rail-link" href={href} aria-current={isUnder(path, href) ? 'page' : undefined} title={label} prefetch={false}>
      <span>{label}</span>
      {children}
    </Link>
  )
}
