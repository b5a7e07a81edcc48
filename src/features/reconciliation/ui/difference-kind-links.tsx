import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NumberText } from '@/ui/number-text'
import type { DifferenceKind } from '../rules/difference-kinds'

type DifferenceKindLinksProps = {
  byKind: readonly { kind: DifferenceKind; count: number }[]
  current: string | undefined
  hrefOf: (kind: DifferenceKind | null) => string
}

/** Every kind with its count; one press narrows the list to it, a second one widens it again. */
export function DifferenceKindLinks({ byKind, current, hrefOf }: DifferenceKindLinksProps) {
  const t = useTranslations('reconciliation')
  if (byKind.length === 0) return null
  return (
    <nav className="fil" aria-label={t('kinds')}>
      {byKind.map(({ kind, count }) => (
        <Link
          key={kind}
          className={kind === current ? 'btn' : 'btn g'}
          href={hrefOf(kind === current ? null : kind)}
          aria-current={kind === current ? 'true' : undefined}
          scroll={false}
        >
          {t(`kind.${kind}`)}{' '}
          <span className="q">
            <NumberText value={count} />
          </span>
        </Link>
      ))}
    </nav>
  )
}
