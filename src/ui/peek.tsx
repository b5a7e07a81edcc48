import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon'

type PeekProps = {
  title: ReactNode
  /** '2 of 47'. */
  position?: string
  closeHref: string
  previousHref?: string | null
  nextHref?: string | null
  /** Accessible name: 'Preview of HP-881204'. */
  label: string
  /** Blocks; the first says next action and deadline. */
  children: ReactNode
}

/** Detail beside the list. Each child is a block with a hairline below. */
export function Peek({ title, position, closeHref, previousHref, nextHref, label, children }: PeekProps) {
  const t = useTranslations('ui')
  return (
    <aside className="peek" aria-label={label}>
      <div className="hd">
        <span className="b">{title}</span>
        {position !== undefined && <span className="m">&nbsp;{position}</span>}
        <span className="sp" />
        {previousHref && (
          <Link className="btn g icon" href={previousHref} aria-label={t('previousItem')} replace scroll={false}>
            <Icon name="up" />
          </Link>
        )}
        {nextHref && (
          <Link className="btn g icon" href={nextHref} aria-label={t('nextItem')} replace scroll={false}>
            <Icon name="down" />
          </Link>
        )}
        <Link className="btn g icon" href={closeHref} aria-label={t('close')} aria-keyshortcuts="Escape" replace scroll={false}>
          <Icon name="close" />
        </Link>
      </div>
      {children}
    </aside>
  )
}

type PeekBlockProps = { title?: ReactNode; children: ReactNode }

export function PeekBlock({ title, children }: PeekBlockProps) {
  return (
    <section>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  )
}
