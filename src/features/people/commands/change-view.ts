import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canChangeView } from '../policy'
import { ChangeViewInput } from '../schemas'
import { findViewForChange } from './find-view-for-change'

/** Renames a view, keeps the list in it as it stands now, or opens it to colleagues and closes it again. */
export const changeView = defineCommand({
  event: 'view.changed',
  input: ChangeViewInput,
  find: findViewForChange,
  allow: canChangeView,
  async change({ tx }, view, { version, name, query, isShared }) {
    if (name !== undefined && name !== view.name) {
      const taken = await tx.savedView.findUnique({ where: { ownerId_page_name: { ownerId: view.ownerId, page: view.page, name } } })
      if (taken) throw new Refusal('people/view-name-taken', { fields: { name: 'people/view-name-taken' } })
    }
    const changed = await tx.savedView.updateMany({
      where: { id: view.id, version },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(query === undefined ? {} : { query }),
        ...(isShared === undefined ? {} : { isShared }),
        version: { increment: 1 },
        updatedAt: new Date(),
      },
    })
    if (changed.count === 0) throw new Refusal('stale')
    // What colleagues no longer see can be neither their first view nor in their mail.
    if (isShared === false) {
      await tx.roleView.deleteMany({ where: { viewId: view.id } })
      await tx.viewSubscription.deleteMany({ where: { viewId: view.id, userId: { not: view.ownerId } } })
    }
    return { id: view.id }
  },
})
