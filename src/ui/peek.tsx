import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { PeekSteps } from './peek-steps'

type PeekProps = {
  title: ReactNode
  /** The row that is shown, where the list beside reads on by itself, and the rows of the whole list. */
  openId?: string
  count?: number | undefined
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
export function Peek({ title, openId, count, position, closeHref, previousHref, nextHref, label, children }: PeekProps) {
  const t = useTranslations('ui')
  return (
    <aside className="peek" aria-label={label}>
      <div className="hd">
        <span className="b">{title}</span>
        <PeekSteps openId={openId} count={count} position={position} previousHref={previousHref} nextHref={nextHref} />
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
