export type PageAction = { key: string; label: string; keys: string; press: () => void }

/** What the page at hand can do: every button and link with a key of its own, by its visible words. */
export function findPageActions(): PageAction[] {
  const bound = [...document.querySelectorAll<HTMLElement>('main button[aria-keyshortcuts], main a[aria-keyshortcuts]')]
  return bound
    .filter((element) => element.checkVisibility() && !element.matches(':disabled'))
    .map((element) => {
      const words = element.cloneNode(true) as HTMLElement
      for (const cap of words.querySelectorAll('kbd')) cap.remove()
      const keys = (element.getAttribute('aria-keyshortcuts') ?? '').replace('Control+', 'Ctrl ')
      const label = element.getAttribute('aria-label') ?? words.textContent?.trim() ?? ''
      return { key: `${keys} ${label}`, label, keys, press: () => element.click() }
    })
    .filter((action) => action.label !== '')
}
