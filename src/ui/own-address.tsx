'use client'

import { useEffect } from 'react'
import { isLeaving } from './leaving'

type OwnAddressProps = { href: string }

/** A list opened by its bare address says in it what it shows, so that reloading, sending and going back find the same; nothing is loaded anew. */
export function OwnAddress({ href }: OwnAddressProps) {
  useEffect(() => {
    const { pathname, search, hash } = window.location
    if (!isLeaving() && search === '' && href.startsWith(`${pathname}?`)) window.history.replaceState(null, '', `${href}${hash}`)
  }, [href])
  return null
}
