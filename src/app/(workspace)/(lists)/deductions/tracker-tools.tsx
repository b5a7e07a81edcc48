import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Actor } from '@/core/actor'
import { TRACKER_GROUPS, type TrackerGroup } from '@/features/deductions/rules/tracker-sorts'
import { PasteDialog } from '@/features/deductions/ui/paste-dialog'
import { TrackerExportMenu } from '@/features/deductions/ui/tracker-export-menu'
import { viewQuery } from '@/features/people/rules/saved-view'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DensityMenu } from '@/ui/data-table/density-menu'
import { GroupMenu } from '@/ui/data-table/group-menu'
import type { Choice } from '@/ui/form/select'
import type { SearchParams } from '@/ui/page-address'
import { ListViews, pairsOf } from '../_views/list-views'

type TrackerToolsProps = {
  actor: Extract<Actor, { kind: 'user' }>
  path: string
  params: SearchParams
  group: TrackerGroup | ''
  /** In the order in which they show. */
  columns: readonly { key: string; title: ReactNode }[]
  hidden: readonly string[]
  mayPaste: boolean
  causes: readonly Choice[]
  /** Entering a deduction by hand, for who may. */
  children: ReactNode
}

/** What can be done with the list as a whole, at the right end of its filters. */
export function TrackerTools({ actor, path, params, group, columns, hidden, mayPaste, causes, children }: TrackerToolsProps) {
  const t = useTranslations('deductions')
  const groups = TRACKER_GROUPS.map((key) => ({ key, label: t(`group.by.${key}`) }))
  const shown = columns.map(({ key }) => key).filter((key) => !hidden.includes(key))
  return (
    <>
      {children}
      {mayPaste && <PasteDialog causes={causes} />}
      <TrackerExportMenu query={viewQuery(pairsOf(params))} columns={shown} />
      <ListViews actor={actor} page="deductions" params={params} />
      <GroupMenu path={path} params={params} current={group} groups={groups} />
      <ColumnMenu path={path} params={params} hidden={hidden} columns={columns} canArrange />
      <DensityMenu path={path} params={params} />
    </>
  )
}
