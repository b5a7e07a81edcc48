import { readPosition } from '@/core/position'
import { capitalised } from '@/i18n/formats'

type Texts = { (key: string, values: { at: string }): string; has: (key: string) => boolean }

/** 'interchange 4 segment 3' in the reader's words; `t` are the texts of the kit. A place without words stays as its reader wrote it. */
export function placeText(t: Texts, position: string): string {
  const steps = readPosition(position)
  if (steps === null) return position
  const text = steps
    .map(({ unit, at }) => (t.has(`place.${unit}`) ? t(`place.${unit}`, { at }) : `${unit} ${at}`))
    .join(t('place.comma', { at: '' }))
  return capitalised(text)
}
