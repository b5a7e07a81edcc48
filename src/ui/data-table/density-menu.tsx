import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DropDown } from '../drop-down'
import { Icon } from '../icon'
import { hrefWith, paramOf, type SearchParams } from '../page-address'

const DENSITIES = ['condensed', 'compact', 'cozy'] as const
export type Density = (typeof DENSITIES)[number]

/** The height of rows that an address asks for. */
export function densityOf(params: SearchParams): Density {
  const asked = paramOf(params, 'density')
  return asked === 'condensed' || asked === 'cozy' ? asked : 'compact'
}

type DensityMenuProps = { path: string; params: SearchParams }

/** How high the rows are; the address keeps it, and a saved view with it. */
export function DensityMenu({ path, params }: DensityMenuProps) {
  const t = useTranslations('ui')
  const current = densityOf(params)
  return (
    <DropDown
      summaryClass="chip"
      isForTable
      summary={
        <>
          {t('density')}
          <Icon name="down" />
        </>
      }
    >
      <div className="menu" role="radiogroup" aria-label={t('density')}>
        {DENSITIES.map((density) => (
          <Link
            key={density}
            className="menu-item"
            role="radio"
            aria-checked={density === current}
            href={hrefWith(path, params, { density: density === 'compact' ? null : density, after: paramOf(params, 'after') ?? null })}
            replace
            scroll={false}
            prefetch={false}
          >
            <span className="tick">{density === current && <Icon name="check" />}</span>
            {t(`densityIs.${density}`)}
          </Link>
        ))}
      </div>
    </DropDown>
  )
}
