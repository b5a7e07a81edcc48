'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type ReactElement, type ReactNode, useState } from 'react'
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

/** A dialog over the page: focus goes in, stays in and comes back; Escape closes. */
export function Dialog({ title, trigger, open, onOpenChange, width, children }: DialogProps) {
  const t = useTranslations('ui')
  const [ownOpen, setOwnOpen] = useState(false)
  const isOpen = open ?? ownOpen
  const change = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  return (
    <Base.Root open={isOpen} onOpenChange={change}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog" style={width === undefined ? undefined : ({ '--dialog-width': `${width}px` } as CSSProperties)}>
          <Base.Title render={<h2 />}>{title}</Base.Title>
          {typeof children === 'function' ? children(() => change(false)) : children}
          <Base.Close className="btn g icon dialog-close" aria-label={t('close')}>
            <Icon name="close" />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
