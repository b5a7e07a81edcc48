/** How the figure of an arithmetic step is written. */
export type StepFigure =
  | { type: 'price'; micros: bigint }
  | { type: 'quantity'; quantity: bigint }
  | { type: 'days'; days: number }
  | { type: 'text'; text: string }

const PRICE_STEPS: readonly string[] = ['agreed-price', 'ordered-price', 'price']
const QUANTITY_STEPS: readonly string[] = ['quantity', 'ordered', 'case-pack']
const DAY_STEPS: readonly string[] = ['agreed-terms', 'ordered-terms', 'net-days']

/** Reads the stored text of a step or field by its name; null where nothing is stored. Unit prices in millionths of the currency. */
export function readStepFigure(step: string, text: string | null): StepFigure | null {
  if (text === null) return null
  if (PRICE_STEPS.includes(step) && /^\d+(\.\d{1,6})?$/.test(text)) {
    const [whole = '0', fraction = ''] = text.split('.')
    return { type: 'price', micros: BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0')) }
  }
  if (QUANTITY_STEPS.includes(step) && /^\d+$/.test(text)) return { type: 'quantity', quantity: BigInt(text) }
  if (DAY_STEPS.includes(step) && /^\d+$/.test(text)) return { type: 'days', days: Number(text) }
  return { type: 'text', text }
}
