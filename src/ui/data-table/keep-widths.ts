/**
 * Columns grow with what comes into sight and never shrink again, so that nothing moves sideways while somebody scrolls. The columns
 * that are cut give the room; a list without any shares its room among all, and is left alone, as are widths somebody chose.
 */
export function keepWidths(region: HTMLElement): void {
  if (region.querySelector('thead th.clip') === null) return
  const headers = [...region.querySelectorAll<HTMLElement>('thead th:not(.clip)')].filter((header) => header.style.maxWidth === '')
  const wider = headers.flatMap((header) => {
    const width = Math.ceil(header.getBoundingClientRect().width)
    return width > (Number.parseFloat(header.style.getPropertyValue(LEAST)) || 0) ? [{ header, width }] : []
  })
  for (const { header, width } of wider) header.style.setProperty(LEAST, `${width}px`)
}

/** Lets the columns take their widths anew. */
export function forgetWidths(region: HTMLElement): void {
  for (const header of region.querySelectorAll<HTMLElement>('thead th')) header.style.removeProperty(LEAST)
}

const LEAST = '--least'
