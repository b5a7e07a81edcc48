'use client'

import { Button } from '../button'
import { Menu } from '../menu'

type AssignMenuProps = {
  label: string
  people: readonly { id: string; name: string }[]
  /** How giving it to nobody is called. */
  release: string
  pending: boolean
  onAssign: (ownerId: string | null) => void
}

/** To whom the chosen rows are given, or that nobody has them any longer. */
export function AssignMenu({ label, people, release, pending, onAssign }: AssignMenuProps) {
  return (
    <Menu
      trigger={
        <Button type="button" pending={pending}>
          {label}
        </Button>
      }
      entries={[
        ...people.map(({ id, name }) => ({ kind: 'action' as const, key: id, label: name, onSelect: () => onAssign(id) })),
        { kind: 'line', key: 'line' },
        { kind: 'action', key: 'nobody', label: release, onSelect: () => onAssign(null) },
      ]}
    />
  )
}
