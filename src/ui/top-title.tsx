'use client'

import { usePathname } from 'next/navigation'
import { belongsTo } from './path-under'

type TopTitleProps = { items: readonly { label: string; href: string; also?: readonly string[] | undefined }[] }

/** Where we are, in the word of the navigation: of the places that fit, the nearest. The page itself carries the h1. */
export function TopTitle({ items }: TopTitleProps) {
  const path = usePathname()
  const places = items.filter((item) => belongsTo(path, item)).sort((one, other) => other.href.length - one.href.length)
  return <div className="top-title">{places[0]?.label}</div>
}
