'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useState } from 'react'
import { Icon } from './icon'

type NavigationDrawerProps = { title: string; openText: string; closeText: string; children: ReactNode }

/** The rail on a phone: slides in from the left, closes when a link is taken. */
export function NavigationDrawer({ title, openText, closeText, children }: NavigationDrawerProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Base.Root open={isOpen} onOpenChange={setOpen}>
      <Base.Trigger className="btn g icon" aria-label={openText}>
        <Icon name="menu" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup
          className="drawer"
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('a')) setOpen(false)
          }}
        >
          <div className="row px-3 py-2">
            <Base.Title className="b">{title}</Base.Title>
            <span className="sp" />
            <Base.Close className="btn g icon" aria-label={closeText}>
              <Icon name="close" />
            </Base.Close>
          </div>
          <nav aria-label={title}>{children}</nav>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
