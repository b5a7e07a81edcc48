import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DropDown } from '@/ui/drop-down'
import { Icon } from '@/ui/icon'
import { listHref, type SearchParams } from '@/ui/page-address'
import { TRACKER_GROUPS, type TrackerGroup } from '../rules/tracker-sorts'

type GroupMenuProps = { path: string; params: SearchParams; current: TrackerGroup | '' }

/** By what the list is grouped, or that it is not. */
export function GroupMenu({ path, params, current }: GroupMenuProps) {
  const t = useTranslations('deductions')
  return (
    <DropDown
      summaryClass="chip"
      isForTable
      summary={
        <>
          {current === '' ? t('group.open') : t('group.title', { by: t(`group.by.${current}`) })}
          <Icon name="down" />
        </>
      }
    >
      <div className="menu" role="radiogroup" aria-label={t('group.open')}>
        {(['', ...TRACKER_GROUPS] as const).map((by) => (
          <Link
            key={by}
            className="menu-item"
            role="radio"
            aria-checked={by === current}
            href={listHref(path, params, { group: by === '' ? null : by })}
            scroll={false}
            prefetch={false}
          >
            <span className="tick">{by === current && <Icon name="check" />}</span>
            {by === '' ? t('group.none') : t(`group.by.${by}`)}
          </Link>
        ))}
      </div>
    </DropDown>
  )
}
