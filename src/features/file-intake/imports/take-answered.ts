import type * as z from 'zod'
import type { Actor } from '@/core/actor'
import { answerDateOrder } from '../commands/answer-date-order'
import type { AnswerDateOrderInput } from '../schemas'
import { holdImports } from './hold-imports'
import { readSettledDates } from './read-settled-dates'

/** Keeps which comes first in the dates of a file, and reads it and all others that waited for the same answer. Answers their ids. */
export async function takeAnswered(actor: Actor, input: z.output<typeof AnswerDateOrderInput>): Promise<string[]> {
  await answerDateOrder(actor, input)
  return holdImports((heldBy) => readSettledDates(actor, heldBy))
}
