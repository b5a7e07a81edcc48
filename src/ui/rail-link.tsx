'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { belongsTo } from './path-under'

type RailLinkProps = { href: string; also?: readonly string[] | undefined; label: string; children?: ReactNode }

export function RailLink({ href, also, label, children }: RailLinkProps) {
  const path = usePathname()
  return (
    <Link
      className="rail-link"
      href={href}
      aria-current={belongsTo(path, { href, also }) ? 'page' : undefined}
      title={label}
      prefetch={false}
    >
      <span>{label}</span>
      {children}
    </Link>
  )
}
