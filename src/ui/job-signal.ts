const SIGNAL = 'recoup:job'

/** Tells the tray that work was just asked for, so that it looks at once. */
export function announceJob(): void {
  window.dispatchEvent(new Event(SIGNAL))
}

/** Calls when somebody on this page asks for background work; returns the way to stop. */
export function onJobAnnounced(listener: () => void): () => void {
  window.addEventListener(SIGNAL, listener)
  return () => window.removeEventListener(SIGNAL, listener)
}
