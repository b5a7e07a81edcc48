'use client'

import { useEffect } from 'react'
import { pressedShortcut } from './key-shortcuts'
import { undoLast } from './undo'

const UNDO = 'Control+Z'

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
      // In a field Ctrl Z takes back what was typed there.
      if ((!isCombination || shortcut === UNDO) && isTyping(event.target)) return
      if ((shortcut === 'Enter' || shortcut === ' ') && document.activeElement !== document.body) return
      if (shortcut === UNDO && document.querySelector('[role=dialog]') === null && undoLast()) return event.preventDefault()
      const target = findTarget(shortcut)
      // Who is in the search already and presses again wants the search of the browser.
      if (target === undefined || target === document.activeElement) return
      event.preventDefault()
      if (target instanceof HTMLInputElement) target.select()
      else target.click()
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
  const bound = [...scope.querySelectorAll<HTMLElement>('button[aria-keyshortcuts], a[aria-keyshortcuts], input[aria-keyshortcuts]')]
  return bound.find(
    (element) => element.getAttribute('aria-keyshortcuts') === shortcut && element.checkVisibility() && !element.matches(':disabled'),
  )
}
