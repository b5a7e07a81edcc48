import type { Scope } from '@/server/command'
import { canSeeView } from '../policy'

export type ViewForChange = { id: string; ownerId: string; page: string; name: string; isShared: boolean; version: number }

/** The view a command works on; null when the actor cannot see it. */
export async function findViewForChange({ tx, actor }: Scope, input: { viewId: string }): Promise<ViewForChange | null> {
  const view = await tx.savedView.findUnique({
    where: { id: input.viewId },
    select: { id: true, ownerId: true, page: true, name: true, isShared: true, version: true },
  })
  return view !== null && canSeeView(actor, view) ? view : null
}
