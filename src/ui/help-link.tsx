'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

type HelpLinkProps = { label: string }

/** Leads to the help about the place one is in: its first word in the address names the part of the guide. */
export function HelpLink({ label }: HelpLinkProps) {
  const place = usePathname().split('/')[1] || 'home'
  return (
    <Link className="key-button" href={`/help#${place}`} aria-label={label} title={label} aria-keyshortcuts="?" prefetch={false}>
      <kbd>?</kbd>
    </Link>
  )
}
