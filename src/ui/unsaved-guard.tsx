'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { LeaveQuestion } from './form/leave-question'
import { keepAsSaved, unsavedForms } from './form/unsaved'
import { noteLeaving } from './leaving'

type Leaving = { forms: readonly HTMLFormElement[]; go: () => void }

/**
 * Nothing that was typed is lost by a link, by going back, by a reload or by closing the window: first the person is asked.
 * Where only the address of the same page changes, its forms stay, and nobody is asked.
 */
export function UnsavedGuard() {
  const router = useRouter()
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  useEffect(() => {
    const ask = (to: URL, go: () => void) => {
      const forms = lostBy(to)
      if (forms.length > 0) setLeaving({ forms, go })
      return forms.length > 0
    }
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event)
      if (link === null) return
      if (!ask(new URL(link.href), () => router.push(link.href))) return noteLeaving(link.href)
      event.preventDefault()
      event.stopPropagation()
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (unsavedForms(document).length > 0) event.preventDefault()
    }
    const onNavigate = (event: NavigateEvent) => {
      const { key, url } = event.destination
      if (event.navigationType === 'traverse' && event.cancelable && ask(new URL(url), () => window.navigation.traverseTo(key)))
        event.preventDefault()
    }
    // Not every browser lets a page ask before it goes back.
    const history = 'navigation' in window ? window.navigation : null
    document.addEventListener('click', onClick, { capture: true })
    window.addEventListener('beforeunload', onUnload)
    history?.addEventListener('navigate', onNavigate)
    return () => {
      document.removeEventListener('click', onClick, { capture: true })
      window.removeEventListener('beforeunload', onUnload)
      history?.removeEventListener('navigate', onNavigate)
    }
  }, [router])

  return (
    <LeaveQuestion
      isOpen={leaving !== null}
      onStay={() => {
        setLeaving(null)
        leaving?.forms[0]?.querySelector<HTMLElement>('textarea, input:not([type=hidden]), select')?.focus()
      }}
      onLeave={() => {
        setLeaving(null)
        for (const form of leaving?.forms ?? []) keepAsSaved(form)
        leaving?.go()
      }}
    />
  )
}

// A preview beside the list goes with the row it shows; what stands on the page stays while the page stays.
function lostBy(to: URL): HTMLFormElement[] {
  if (to.origin !== location.origin || to.pathname !== location.pathname) return unsavedForms(document)
  const peeked = (url: URL | Location) => new URLSearchParams(url.search).get('peek')
  return peeked(to) === peeked(location) ? [] : [...document.querySelectorAll('aside')].flatMap(unsavedForms)
}

// A link that is followed in this window; what opens beside it or only loads a file takes nothing away.
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.href === '' || link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return null
  return link.getAttribute('href')?.startsWith('#') === true ? null : link
}
