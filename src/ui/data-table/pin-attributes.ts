import type { CSSProperties } from 'react'

/** Marks a cell of a pinned column; how far from the left it stands is measured in the browser. */
export function pinAttributes(pin: number | undefined): { 'data-pin'?: number; style?: CSSProperties } {
  return pin === undefined ? {} : { 'data-pin': pin, style: { left: `var(--pin-${pin}, auto)` } }
}
