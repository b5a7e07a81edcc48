import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { canComment } from '../policy'
import { AddCommentInput } from '../schemas'
import { findSubject } from './find-subject'

export const addComment = defineCommand({
  event: 'comment.added',
  input: AddCommentInput,
  find: findSubject,
  allow: canComment,
  async change({ tx, actor }, subject, input) {
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    return tx.comment.create({ data: { ...input, customerId: subject.customerId, authorId: actor.userId }, select: { id: true } })
  },
})
