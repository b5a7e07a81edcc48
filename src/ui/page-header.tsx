import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export type Fact = { term: string; value: ReactNode }

type PageHeaderProps = {
  /** The number or name of the object. */
  title: ReactNode
  /** What it is, in plain weight behind the title. */
  subtitle?: ReactNode
  crumbs?: readonly { label: string; href?: string }[]
  /** Position in the list the reader came from, and its neighbours. */
  position?: { text: string; previousHref: string | null; nextHref: string | null }
  /** Next action first, deadline second, then who, how much, state and owner. */
  facts?: readonly Fact[]
  /** Buttons, the primary one last. */
  actions?: ReactNode
  tags?: ReactNode
}

/** Header of an object page: number, what it is, actions, and the row of facts. */
export function PageHeader({ title, subtitle, crumbs, position, facts, actions, tags }: PageHeaderProps) {
  const t = useTranslations('ui')
  return (
    <div className="oh">
      {(crumbs !== undefined || position !== undefined) && (
        <div className="crumbs">
          <nav aria-label={t('breadcrumb')} className="row">
            {crumbs?.map((crumb, index) => (
              <span className="row" key={crumb.label}>
                {index > 0 && <Icon name="right" className="q" />}
                {crumb.href === undefined ? <span className="m">{crumb.label}</span> : <Link href={crumb.href}>{crumb.label}</Link>}
              </span>
            ))}
          </nav>
          {position && <PageNeighbours {...position} />}
        </div>
      )}
      <div className="head">
        <h1>
          {title} {subtitle !== undefined && <span>{subtitle}</span>}
        </h1>
        {tags}
        <span className="sp" />
        {actions}
      </div>
      {facts && facts.length > 0 && <FactsRow facts={facts} />}
    </div>
  )
}

type FactsRowProps = { facts: readonly Fact[] }

export function FactsRow({ facts }: FactsRowProps) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

type PageNeighboursProps = { text: string; previousHref: string | null; nextHref: string | null }

function PageNeighbours({ text, previousHref, nextHref }: PageNeighboursProps) {
  const t = useTranslations('ui')
  return (
    <>
      <span className="q">{text}</span>
      <span className="sp" />
      {previousHref !== null && (
        <Link className="btn g icon" href={previousHref} aria-label={t('previousItem')}>
          <Icon name="up" />
        </Link>
      )}
      {nextHref !== null && (
        <Link className="btn g icon" href={nextHref} aria-label={t('nextItem')}>
          <Icon name="down" />
        </Link>
      )}
    </>
  )
}
