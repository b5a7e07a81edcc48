import { Refusal } from '@/core/refusal'
import { defineCommand, findNothing } from '@/server/command'
import { isPerson } from '../policy'
import { AddViewInput } from '../schemas'

/** Keeps a list as it stands under a name. */
export const addView = defineCommand({
  event: 'view.added',
  input: AddViewInput,
  find: findNothing,
  allow: isPerson,
  async change({ tx, actor }, _before, input) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    const ownerId = actor.userId
    const taken = await tx.savedView.findUnique({ where: { ownerId_page_name: { ownerId, page: input.page, name: input.name } } })
    if (taken) throw new Refusal('people/view-name-taken', { fields: { name: 'people/view-name-taken' } })
    return tx.savedView.create({ data: { ownerId, ...input }, select: { id: true, query: true } })
  },
})
