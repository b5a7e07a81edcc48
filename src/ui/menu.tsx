'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import { Icon } from './icon'

export type MenuEntry =
  | { kind: 'action'; key: string; label: ReactNode; onSelect: () => void; keys?: string; disabled?: boolean; chosen?: boolean }
  | { kind: 'link'; key: string; label: ReactNode; href: string; download?: boolean }
  | { kind: 'label'; key: string; label: ReactNode }
  | { kind: 'line'; key: string }

type MenuProps = { trigger: ReactElement; entries: readonly MenuEntry[]; align?: 'start' | 'end' }

export function Menu({ trigger, entries, align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="pop-layer" sideOffset={4} align={align}>
          <Base.Popup className="menu">
            {entries.map((entry) => (
              <Fragment key={entry.key}>{drawEntry(entry)}</Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function drawEntry(entry: MenuEntry): ReactNode {
  switch (entry.kind) {
    case 'line':
      return <Base.Separator className="menu-line" />
    case 'label':
      return <div className="menu-label">{entry.label}</div>
    case 'link':
      return (
        <Base.LinkItem
          className="menu-item"
          closeOnClick
          render={entry.download ? <a href={entry.href} download /> : <Link href={entry.href} prefetch={false} />}
        >
          {entry.label}
        </Base.LinkItem>
      )
    case 'action':
      return (
        <Base.Item className="menu-item" disabled={entry.disabled ?? false} onClick={entry.onSelect}>
          {entry.chosen !== undefined && <span className="tick">{entry.chosen && <Icon name="check" />}</span>}
          {entry.label}
          {entry.keys && <kbd>{entry.keys}</kbd>}
        </Base.Item>
      )
  }
}
