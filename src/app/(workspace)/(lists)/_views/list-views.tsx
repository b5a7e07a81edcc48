import type { Actor } from '@/core/actor'
import { canChangeView, canSetRoleViews } from '@/features/people/policy'
import { findRoleView } from '@/features/people/queries/find-role-view'
import { findViews } from '@/features/people/queries/find-views'
import { VIEW_PARAM, type ViewPage, viewHref, viewQuery } from '@/features/people/rules/saved-view'
import { ViewMenu } from '@/features/people/ui/view-menu'
import { paramOf, type SearchParams } from '@/ui/page-address'

type ListViewsProps = { actor: Extract<Actor, { kind: 'user' }>; page: ViewPage; params: SearchParams }

/** The chooser of views over a list. */
export async function ListViews({ actor, page, params }: ListViewsProps) {
  const views = await findViews(actor, page)
  const current = views.find((view) => view.id === paramOf(params, VIEW_PARAM)) ?? null
  return (
    <ViewMenu
      key={current?.id ?? 'standard'}
      page={page}
      views={views}
      current={current}
      query={viewQuery(pairsOf(params))}
      ownUserId={actor.userId}
      may={{ change: current !== null && canChangeView(actor, current), setRoles: canSetRoleViews(actor) }}
    />
  )
}

/**
 * What a list shows: what its address says, else what the reader's role sees first, else what it usually begins with. It is decided before
 * anything is drawn; `OwnAddress` puts the address right in the browser.
 */
export async function listParams(actor: Actor, page: ViewPage, said: SearchParams, usual: SearchParams = {}): Promise<SearchParams> {
  if (Object.keys(said).length > 0) return said
  const view = await findRoleView(actor, page)
  if (view === null) return usual
  const search = new URL(viewHref(page, view), 'http://list').searchParams
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)]))
}

/** Every value of an address with its name. */
export function pairsOf(params: SearchParams): [string, string][] {
  return Object.entries(params).flatMap(([key, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).map((one): [string, string] => [key, one]),
  )
}
