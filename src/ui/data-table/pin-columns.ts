/** Tells every pinned column how far from the left it stands: as wide as what stands before it. Answers the way to stop. */
export function keepPinned(region: HTMLElement): () => void {
  const place = () => {
    let left = 0
    const headers = [...region.querySelectorAll<HTMLElement>('thead th')].filter((header) => header.checkVisibility())
    const pinned = headers.filter((header) => header.matches('[data-pin], .select'))
    if (!pinned.some((header) => header.matches('[data-pin]'))) return
    for (const header of pinned) {
      region.style.setProperty(`--pin-${header.dataset['pin'] ?? 'select'}`, `${left}px`)
      left += header.offsetWidth
    }
  }
  place()
  const watch = new ResizeObserver(place)
  for (const header of region.querySelectorAll('thead th')) watch.observe(header)
  return () => watch.disconnect()
}
