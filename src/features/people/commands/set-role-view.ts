import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canSetRoleViews } from '../policy'
import { SetRoleViewInput } from '../schemas'
import { findViewForChange } from './find-view-for-change'

/** Says which roles see this view when they open the list; it takes the place of what they saw before. */
export const setRoleView = defineCommand({
  event: 'view.set-for-roles',
  input: SetRoleViewInput,
  find: findViewForChange,
  allow: canSetRoleViews,
  async change({ tx }, view, { roles }) {
    if (!view.isShared && roles.length > 0) throw new Refusal('people/view-not-shared')
    await tx.roleView.deleteMany({ where: { viewId: view.id } })
    await tx.roleView.deleteMany({ where: { page: view.page, role: { in: [...roles] } } })
    await tx.roleView.createMany({ data: roles.map((role) => ({ page: view.page, role, viewId: view.id })) })
    return { id: view.id }
  },
})
