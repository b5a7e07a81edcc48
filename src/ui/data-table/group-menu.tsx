import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Capitalised } from '../capitalised'
import { DropDown } from '../drop-down'
import { Icon } from '../icon'
import { listHref, type SearchParams } from '../page-address'

type GroupMenuProps = {
  path: string
  params: SearchParams
  /** '' while the list is not grouped. */
  current: string
  /** What it can be grouped by, as it stands in a sentence. */
  groups: readonly { key: string; label: string }[]
}

/** By what the list is grouped, or that it is not. */
export function GroupMenu({ path, params, current, groups }: GroupMenuProps) {
  const t = useTranslations('ui.group')
  const by = groups.find(({ key }) => key === current)
  return (
    <DropDown
      summaryClass="chip"
      isForTable
      summary={
        <>
          {by === undefined ? t('open') : t('title', { by: by.label })}
          <Icon name="down" />
        </>
      }
    >
      <div className="menu" role="radiogroup" aria-label={t('open')}>
        {[{ key: '', label: t('none') }, ...groups].map(({ key, label }) => (
          <Link
            key={key}
            className="menu-item"
            role="radio"
            aria-checked={key === current}
            href={listHref(path, params, { group: key === '' ? null : key, open: null })}
            scroll={false}
            prefetch={false}
          >
            <span className="tick">{key === current && <Icon name="check" />}</span>
            <Capitalised>{label}</Capitalised>
          </Link>
        ))}
      </div>
    </DropDown>
  )
}
