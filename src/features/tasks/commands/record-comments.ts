import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { type SubjectKind } from '../rules/teams'

/** Writes what a person said while doing something else, inside the command of that act. Jobs have nothing to say. */
export async function recordComments(
  { tx, actor }: Scope,
  comments: readonly { subjectKind: SubjectKind; subjectId: string; customerId: string | null; body: string }[],
): Promise<void> {
  if (actor.kind === 'job') throw new Refusal('not-allowed')
  await tx.comment.createMany({ data: comments.map((comment) => ({ ...comment, authorId: actor.userId })) })
}
