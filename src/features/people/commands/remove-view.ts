import { defineCommand } from '@/server/command'
import { canChangeView } from '../policy'
import { RemoveViewInput } from '../schemas'
import { findViewForChange } from './find-view-for-change'

/** Removes a view with the mails that bring it; nothing in the list itself changes. */
export const removeView = defineCommand({
  event: 'view.removed',
  input: RemoveViewInput,
  find: findViewForChange,
  allow: canChangeView,
  async change({ tx }, view) {
    await tx.viewSubscription.deleteMany({ where: { viewId: view.id } })
    await tx.roleView.deleteMany({ where: { viewId: view.id } })
    await tx.savedView.delete({ where: { id: view.id } })
    return { id: view.id }
  },
})
