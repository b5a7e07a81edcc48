/** One statement of a source about how long a customer accepts disputes of a category. */
export type StatedWindow = { id: string; customerId: string; category: string; days: number; anchor: string; isConfirmed: boolean }

/**
 * How a window stands among those of its customer and category. Confirmed: read by a person; the others of the group are set aside.
 * Sole: nothing else is stated. Strictest: fewest days from its anchor, so it counts until somebody confirms. Looser: another source
 * leaves less time. Unless it is the only anchor, the earlier last day counts claim by claim.
 */
export const WINDOW_STATES = ['confirmed', 'set-aside', 'sole', 'strictest', 'looser'] as const
export type WindowState = (typeof WINDOW_STATES)[number]

/** The state of each window by its id. Pure: the same register gives the same states. */
export function windowStates(windows: readonly StatedWindow[]): ReadonlyMap<string, WindowState> {
  return new Map(
    windows.map((window) => [
      window.id,
      stateOf(
        window,
        windows.filter((other) => isSameGroup(window, other)),
      ),
    ]),
  )
}

function stateOf(window: StatedWindow, group: readonly StatedWindow[]): WindowState {
  if (window.isConfirmed) return 'confirmed'
  if (group.some((other) => other.isConfirmed)) return 'set-aside'
  if (group.length === 1) return 'sole'
  const isLooser = group.some((other) => other.anchor === window.anchor && other.days < window.days)
  return isLooser ? 'looser' : 'strictest'
}

function isSameGroup(window: StatedWindow, other: StatedWindow): boolean {
  return window.customerId === other.customerId && window.category === other.category
}
