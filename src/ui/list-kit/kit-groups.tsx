import { useLocale, useTranslations } from 'next-intl'
import { type ListGroup, sumOfGroups } from '@/core/list-groups'
import { groupColumns, type ListColumn, type ListShape } from '@/core/list-shape'
import { arrangeColumns, readArrangement } from '../data-table/arrange-columns'
import { densityOf } from '../data-table/density-menu'
import { GroupRows } from '../data-table/group-rows'
import { GroupTable } from '../data-table/group-table'
import { Selection } from '../data-table/selection'
import { Worklist } from '../data-table/worklist'
import { hrefWith, listHref, paramsOf, type SearchParams } from '../page-address'
import type { GroupedRows, KitListProps } from './kit-list-props'
import type { KitColumns } from './list-columns'
import { groupWord, valueWord } from './list-words'

type KitGroupsProps = Omit<KitListProps, 'grouped'> & { grouped: GroupedRows; columnsOf: KitColumns }

/** Subtotals of a list by one of its columns, per currency; a group folds out to its first rows and leads to all of them. */
export function KitGroups({ shape, params, grouped, hidden, columnsOf, ...slots }: KitGroupsProps) {
  const t = useTranslations()
  const locale = useLocale()
  const { by, groups, opened, names } = grouped
  const column = groupColumns(shape).find(({ key }) => key === by)
  if (column === undefined) return null
  const left: ReadonlySet<string> = new Set([...hidden, by])
  const columns = arrangeColumns(columnsOf(t), readArrangement(params)).filter(({ key }) => !left.has(key))
  const allHref = (key: string) => rowsHref(shape, params, column, key)
  const totals = sumOfGroups(groups)
  return (
    <Selection ids={[]}>
      <Worklist tabs={slots.tabs} filters={slots.filters} peek={slots.peek} footer={slots.footer}>
        {groups.length === 0 ? (
          slots.empty
        ) : (
          <GroupTable
            by={groupWord(column, t, locale)}
            title={t(column.title)}
            countTitle={t(shape.title)}
            groups={groups}
            nameOf={({ key }) => valueWord(column, key, t, names)}
            sums={shape.sums.map((key) => ({
              key,
              title: t(shape.columns.find((one) => one.key === key)?.title ?? shape.title),
              of: (group: ListGroup) => group.sums.flatMap(({ sums }) => sums[key] ?? []),
              total: totals.flatMap(({ sums }) => sums[key] ?? []),
            }))}
            count={groups.reduce((all, { count }) => all + count, 0)}
            density={densityOf(params)}
            hrefOf={allHref}
            isOpen={(key) => key in opened}
            foldHref={(key) => foldHref(shape, params, key)}
            below={({ key, count }, name) => {
              const rows = opened[key]
              return rows && <GroupRows name={name} rows={rows} columns={columns} count={count} allHref={allHref(key)} />
            }}
          />
        )}
      </Worklist>
    </Selection>
  )
}

function rowsHref({ path }: ListShape, params: SearchParams, { key }: ListColumn, value: string): string {
  return listHref(path, params, { [key]: value, group: null, open: null })
}

function foldHref({ path }: ListShape, params: SearchParams, key: string): string {
  const open = paramsOf(params, 'open')
  return hrefWith(path, params, { open: open.includes(key) ? open.filter((one) => one !== key) : [...open, key] })
}
