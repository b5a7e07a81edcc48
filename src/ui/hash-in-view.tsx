'use client'

import { useEffect } from 'react'

/** Brings the part that the address names into sight: a page that was loading had no such part yet when the browser looked for it. */
export function HashInView() {
  useEffect(() => {
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
  }, [])
  return null
}
