'use client'

import { usePathname } from 'next/navigation'
import { belongsTo } from './path-under'

type TopTitleProps = { items: readonly { label: string; href: string; also?: readonly string[] | undefined }[] }

/** Where we are, in the word of the navigation. The page itself carries the h1. */
export function TopTitle({ items }: TopTitleProps) {
  const path = usePathname()
  return <div className="top-title">{items.find((item) => belongsTo(path, item))?.label}</div>
}
