type CardColumn = { look?: 'key' | 'clip' | 'wrap' | 'quiet'; align?: 'right' }

/** Where a cell stands on the card that a row becomes on a phone. */
export type CardPlace = 'head' | 'figure' | 'line' | undefined

/**
 * The number that opens the row stands at the head of the card, the first figure opposite, the first text over the whole width without
 * its title; everything else follows with its title in front.
 */
export function cardPlace(columns: readonly CardColumn[], at: number): CardPlace {
  const head = Math.max(
    0,
    columns.findIndex(({ look }) => look === 'key'),
  )
  if (at === head) return 'head'
  if (at === columns.findIndex(({ align }, index) => align === 'right' && index !== head)) return 'figure'
  if (at === columns.findIndex(({ look }, index) => look === 'clip' && index !== head)) return 'line'
  return undefined
}
