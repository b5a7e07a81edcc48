import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Money } from '@/core/money'
import { Icon } from '../icon'
import { MoneyList } from '../money-list'
import { NumberText } from '../number-text'
import { type Column, DataTable } from './data-table'
import type { Density } from './density-menu'

/** Subtotals of rows that share a value. */
export type TableGroup = { key: string; count: number }

type GroupTableProps<Group extends TableGroup> = {
  /** What it is grouped by, as it stands in a sentence; and the title of that column. */
  by: string
  title: ReactNode
  /** Title of the column that says how many rows a group has. */
  countTitle: string
  groups: readonly Group[]
  nameOf: (group: Group) => string
  /** Columns of money: the sums of a group per currency, and those of the whole filtered set. */
  sums: readonly { key: string; title: string; of: (group: Group) => readonly Money[]; total: readonly Money[] }[]
  /** Rows of the whole filtered set. */
  count: number
  more?: readonly Column<Group>[]
  density: Density
  /** The rows of one group. */
  hrefOf: (key: string) => string
  /** Whether a group is folded out, the way to fold it, and what stands below it then. */
  isOpen: (key: string) => boolean
  foldHref: (key: string) => string
  below: (group: Group, name: string) => ReactNode
}

/** Subtotals by one thing, each leading to its rows; the foot is the sum of all. */
export function GroupTable<Group extends TableGroup>(props: GroupTableProps<Group>) {
  const { groups, nameOf, isOpen, foldHref, hrefOf } = props
  const t = useTranslations('ui.group')
  return (
    <DataTable
      name={t('title', { by: props.by })}
      density={props.density}
      rows={groups}
      rowKey={(group) => group.key}
      totalLabel={t('total')}
      below={(group) => props.below(group, nameOf(group))}
      columns={[
        {
          key: 'group',
          title: props.title,
          look: 'key',
          cell: (group) => (
            <>
              <Link
                className="fold"
                href={foldHref(group.key)}
                aria-label={t(isOpen(group.key) ? 'fold' : 'unfold', { name: nameOf(group) })}
                scroll={false}
                replace
                prefetch={false}
              >
                <Icon name={isOpen(group.key) ? 'down' : 'right'} />
              </Link>
              <Link href={hrefOf(group.key)} prefetch={false}>
                {nameOf(group)}
              </Link>
            </>
          ),
        },
        {
          key: 'count',
          title: props.countTitle,
          align: 'right',
          cell: (group) => <NumberText value={group.count} />,
          total: <NumberText value={props.count} />,
        },
        ...props.sums.map(
          ({ key, title, of, total }): Column<Group> => ({
            key,
            title,
            align: 'right',
            cell: (group) => <MoneyList values={withoutNought(of(group))} />,
            total: <MoneyList values={withoutNought(total)} />,
          }),
        ),
        ...(props.more ?? []),
      ]}
    />
  )
}

function withoutNought(values: readonly Money[]): Money[] {
  return values.filter(({ minor }) => minor !== 0n)
}
