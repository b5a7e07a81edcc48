import { Refusal } from '@/core/refusal'
import { refusalResponse } from './problem-response'

/** A refusal becomes its problem; anything else is an error of ours. */
export async function answerRefusals(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error)
    throw error
  }
}
