import { Refusal } from '@/core/refusal'
import { defineCommand, findNothing } from '@/server/command'
import { isPerson } from '../policy'
import { UnpinPlaceInput } from '../schemas'

/** Lets a record go that was kept at hand; letting go twice changes nothing. */
export const unpinPlace = defineCommand({
  event: 'place.unpinned',
  input: UnpinPlaceInput,
  find: findNothing,
  allow: isPerson,
  async change({ tx, actor }, _before, { path }) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    const { count } = await tx.pinnedPlace.deleteMany({ where: { userId: actor.userId, path } })
    return { count }
  },
})
