import { defineCommand } from '@/server/command'
import { canAsk } from '../policy'
import { AskTeamInput } from '../schemas'
import { findSubject } from './find-subject'

/** Sends a request with a due time to another team, about one record. */
export const askTeam = defineCommand({
  event: 'task.asked',
  input: AskTeamInput,
  find: findSubject,
  allow: canAsk,
  async change({ tx, actor }, subject, input) {
    const createdBy = actor.kind === 'job' ? null : actor.userId
    const { dueAt, wording, ...rest } = input
    return tx.task.create({
      data: {
        ...rest,
        customerId: subject.customerId,
        createdBy,
        dueAt: dueAt === null ? null : new Date(dueAt),
        ...(wording && { wording }),
      },
      select: { id: true, number: true },
    })
  },
})
