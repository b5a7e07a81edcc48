import type { GivingUp } from '../schemas'
import type { Texts } from './texts'

/** What is asked for in a few words: how an amount ends, or which verdict takes the place of which. */
export function givingUpText(content: GivingUp, t: Texts): string {
  if (content.act === 'resolve') return t(`resolution.${content.kind}`)
  return `${t(`verdict.${content.from}`)} → ${t(`verdict.${content.decision}`)}`
}
