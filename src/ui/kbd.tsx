type KbdProps = { keys: string }

/** A key cap: 'Ctrl K', 'Enter', '?'. */
export function Kbd({ keys }: KbdProps) {
  return <kbd>{keys}</kbd>
}
