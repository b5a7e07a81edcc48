import { expect, test } from 'vitest'
import { type OrderStep, orderSteps, type StepClock, type StepRecord } from './order-steps'

const CLOCKS: readonly StepClock[] = [
  { step: 'confirmed', after: 'ordered', days: 2 },
  { step: 'notice-sent', after: 'loaded', days: 0 },
  { step: 'signed', after: 'delivered', days: 3 },
]

function made(step: OrderStep, on: string, says: string | null = null): StepRecord {
  return { step, on: on as never, at: null, record: 'r', id: 'r', number: '1', says, batch_id: null, position: null }
}

const stateIn = (records: StepRecord[], step: OrderStep, today = '2026-03-20') =>
  orderSteps(records, CLOCKS, '2026-03-12' as never, today as never).find((one) => one.step === step)

test('a step after its day is late, one in time is done', () => {
  const records = [made('ordered', '2026-03-02'), made('loaded', '2026-03-10'), made('notice-sent', '2026-03-11')]
  expect(stateIn(records, 'loaded')).toMatchObject({ state: 'done', dueOn: '2026-03-12' })
  expect(stateIn(records, 'notice-sent')).toMatchObject({ state: 'late', dueOn: '2026-03-10' })
})

test('a step that nobody made is missing once its day is over, or a later one was made', () => {
  const records = [made('ordered', '2026-03-02'), made('delivered', '2026-03-13')]
  expect(stateIn(records, 'confirmed')?.state).toBe('missing')
  expect(stateIn(records, 'signed')?.state).toBe('missing')
  expect(stateIn(records, 'signed', '2026-03-14')?.state).toBe('waiting')
  expect(stateIn(records, 'loaded', '2026-03-11')?.state).toBe('missing')
  expect(stateIn(records, 'paid')?.state).toBe('waiting')
})

test('the last answer counts: a refused notice that was taken later is done', () => {
  const records = [made('notice-answered', '2026-03-10', 'rejected'), made('notice-answered', '2026-03-11', 'accepted')]
  expect(stateIn(records.slice(0, 1), 'notice-answered')?.state).toBe('refused')
  expect(stateIn(records, 'notice-answered')?.state).toBe('done')
})

test('a payment is due on the day the invoice says', () => {
  const records = [made('invoiced', '2026-03-10'), made('due', '2026-03-15')]
  expect(stateIn(records, 'paid')).toMatchObject({ state: 'missing', dueOn: '2026-03-15' })
})

test('a plan is shown as a plan, and no later step is missing because of it', () => {
  const records = [made('ordered', '2026-03-02'), made('picked', '2026-03-09', 'planned')]
  expect(stateIn(records, 'picked')?.state).toBe('planned')
  expect(stateIn(records, 'picked', '2026-03-08')?.state).toBe('planned')
  expect(stateIn([...records, made('picked', '2026-03-10')], 'picked')?.state).toBe('done')
  expect(stateIn([made('picked', '2026-03-09', 'planned')], 'ordered')?.state).toBe('waiting')
})
