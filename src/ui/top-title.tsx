'use client'

import { usePathname } from 'next/navigation'
import { isUnder } from './path-under'

type TopTitleProps = { items: readonly { label: string; href: string }[] }

/** Where we are, in the word of the navigation. The page itself carries the h1. */
export function TopTitle({ items }: TopTitleProps) {
  const path = usePathname()
  return <div className="top-title">{items.find((item) => isUnder(path, item.href))?.label}</div>
}
