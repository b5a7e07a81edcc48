'use client'

import { useEffect } from 'react'
import { pressedShortcut } from './key-shortcuts'

/**
 * One listener for every key cap on the page: a press does what the button or link with that key would do.
 * While somebody types, only combinations with Control count; while a dialog is open, only what lies inside it.
 */
export function ShortcutKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      const shortcut = pressedShortcut(event)
      const isCombination = shortcut.startsWith('Control+')
      if (!isCombination && isTyping(event.target)) return
      if ((shortcut === 'Enter' || shortcut === ' ') && document.activeElement !== document.body) return
      const target = findTarget(shortcut)
      if (target === undefined) return
      event.preventDefault()
      target.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=menu] *')
}

function findTarget(shortcut: string): HTMLElement | undefined {
  if (document.querySelector('[role=menu]')) return undefined
  const scope = document.querySelector('[role=dialog]') ?? document
  const bound = [...scope.querySelectorAll<HTMLElement>('button[aria-keyshortcuts], a[aria-keyshortcuts]')]
  return bound.find(
    (element) => element.getAttribute('aria-keyshortcuts') === shortcut && element.checkVisibility() && !element.matches(':disabled'),
  )
}
