import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canSeeView } from '../policy'
import { SubscribeViewInput } from '../schemas'
import { findViewForChange } from './find-view-for-change'

/** Brings a view by mail to who asks for it, or no longer. */
export const subscribeView = defineCommand({
  event: 'view.subscribed',
  input: SubscribeViewInput,
  find: findViewForChange,
  allow: canSeeView,
  async change({ tx, actor }, view, { rhythm }) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    const key = { viewId: view.id, userId: actor.userId }
    if (rhythm === null) await tx.viewSubscription.deleteMany({ where: key })
    else await tx.viewSubscription.upsert({ where: { viewId_userId: key }, create: { ...key, rhythm }, update: { rhythm } })
    return { id: view.id }
  },
})
