/** The ARIA form of a key cap: 'Ctrl Enter' is 'Control+Enter', 'R' is 'R'. */
export function keyShortcuts(keys: string): string {
  return keys
    .split(' ')
    .map((key) => (key === 'Ctrl' ? 'Control' : key))
    .join('+')
}

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** What was pressed, in the same form; Shift is part of the character ('?') and is not named. Command counts as Control. */
export function pressedShortcut(event: Press): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [event.ctrlKey || event.metaKey ? 'Control' : '', event.altKey ? 'Alt' : '', key].filter(Boolean).join('+')
}
