'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type ReactElement, type ReactNode, useRef, useState } from 'react'
import { LeaveQuestion } from './form/leave-question'
import { unsavedForms } from './form/unsaved'
import { Icon } from './icon'

type DialogProps = {
  title: ReactNode
  /** The element that opens it, usually a `Button type="button"`. Leave out and steer with `open`. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  width?: number
  /** Content; as a function it gets `close`. Ends with a `<div className="actions">`. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A dialog over the page: focus goes in, stays in and comes back; Escape closes, and asks before what was typed is lost. */
export function Dialog({ title, trigger, open, onOpenChange, width, children }: DialogProps) {
  const t = useTranslations('ui')
  const [ownOpen, setOwnOpen] = useState(false)
  const isOpen = open ?? ownOpen
  const popup = useRef<HTMLDivElement>(null)
  const [isAsking, setAsking] = useState(false)
  const change = (next: boolean) => {
    setAsking(false)
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  // Cancel means it; a press beside the dialog, Escape and the cross may be a slip.
  const changeUnlessTyped = (next: boolean) => {
    if (!next && popup.current !== null && unsavedForms(popup.current).length > 0) setAsking(true)
    else change(next)
  }
  return (
    <Base.Root open={isOpen} onOpenChange={changeUnlessTyped}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup
          ref={popup}
          className="dialog"
          style={width === undefined ? undefined : ({ '--dialog-width': `${width}px` } as CSSProperties)}
        >
          <Base.Title render={<h2 />}>{title}</Base.Title>
          {typeof children === 'function' ? children(() => change(false)) : children}
          <Base.Close className="btn g icon dialog-close" aria-label={t('close')}>
            <Icon name="close" />
          </Base.Close>
          <LeaveQuestion isOpen={isAsking} onStay={() => setAsking(false)} onLeave={() => change(false)} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
