import { Refusal } from '@/core/refusal'
import { defineCommand, findNothing } from '@/server/command'
import { isPerson } from '../policy'
import { PINS_MAX } from '../rules/pinned-place'
import { PinPlaceInput } from '../schemas'

/** Keeps the page of a record at hand; one that is kept already takes the new words. What the page shows stays a matter of its own rights. */
export const pinPlace = defineCommand({
  event: 'place.pinned',
  input: PinPlaceInput,
  find: findNothing,
  allow: isPerson,
  async change({ tx, actor }, _before, { path, label }) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    const key = { userId: actor.userId, path }
    const others = await tx.pinnedPlace.count({ where: { userId: actor.userId, path: { not: path } } })
    if (others >= PINS_MAX) throw new Refusal('people/too-many-pins')
    return tx.pinnedPlace.upsert({ where: { userId_path: key }, create: { ...key, label }, update: { label }, select: { id: true } })
  },
})
