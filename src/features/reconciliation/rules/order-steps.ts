import { addDays, type CalendarDate } from '@/core/calendar-date'

/** The steps of an order, in the order of trade. */
export const ORDER_STEPS = [
  'ordered',
  'confirmed',
  'picked',
  'loaded',
  'notice-sent',
  'notice-answered',
  'delivered',
  'signed',
  'received',
  'invoiced',
  'invoice-answered',
  'due',
  'paid',
] as const
export type OrderStep = (typeof ORDER_STEPS)[number]

/** One record that says that a step was made: when, by what, and where it stands. */
export type StepRecord = {
  step: OrderStep
  on: CalendarDate | null
  /** The moment, where the record knows it. */
  at: Date | null
  record: string
  id: string
  number: string | null
  /** The word of the record: an outcome, a status, a carrier; 'planned' where it says only what shall be. */
  says: string | null
  batch_id: string | null
  position: string | null
}

/** How many days after which step a step may come; null when nothing is promised. */
export type StepClock = { step: OrderStep; after: OrderStep; days: number }

export type StepState = 'done' | 'planned' | 'late' | 'refused' | 'missing' | 'untold' | 'waiting'
export type StepOfOrder = { step: OrderStep; state: StepState; dueOn: CalendarDate | null; records: readonly StepRecord[] }

/**
 * Every step with its records and its state: done, done late, refused by its last answer, missing though its day is over or a later
 * step was made, not told by anybody though later steps were made, planned and not told since, or still to come. A plan is never a fact. What follows from a step that nobody made has no day yet.
 */
export function orderSteps(
  records: readonly StepRecord[],
  clocks: readonly StepClock[],
  shipBy: CalendarDate | null,
  today: CalendarDate,
): StepOfOrder[] {
  const of = (step: OrderStep) => records.filter((record) => record.step === step)
  const firstDay = (step: OrderStep) => of(step).find((record) => record.on !== null)?.on ?? null
  const lastMade = ORDER_STEPS.findLastIndex((step) => step !== 'due' && of(step).some((record) => !isPlan(record)))
  return ORDER_STEPS.map((step, at) => {
    const own = of(step)
    const dueOn = dueDay(step)
    return { step, dueOn, records: own, state: stateOf(step, at, own, dueOn) }
  })

  function dueDay(step: OrderStep): CalendarDate | null {
    if (step === 'loaded') return shipBy
    if (step === 'paid') return firstDay('due')
    const clock = clocks.find((one) => one.step === step)
    const from = clock === undefined ? null : firstDay(clock.after)
    return clock === undefined || from === null ? null : addDays(from, clock.days)
  }

  function stateOf(step: OrderStep, at: number, told: readonly StepRecord[], dueOn: CalendarDate | null): StepState {
    const own = told.filter((record) => !isPlan(record))
    if (told.length > 0 && own.length === 0) return 'planned'
    const day = own.find((record) => record.on !== null)?.on ?? null
    if (own.at(-1)?.says === 'rejected') return 'refused'
    if (step === 'due') return own.length > 0 ? 'done' : 'waiting'
    if (own.length > 0) return day !== null && dueOn !== null && day > dueOn ? 'late' : 'done'
    if (dueOn !== null && dueOn < today) return 'missing'
    if (at >= lastMade) return 'waiting'
    return isExpected(step) ? 'missing' : 'untold'
  }
}

function isPlan({ says }: StepRecord): boolean {
  return says === 'planned'
}

// Picking and the answers of the customer's system are told by some customers and warehouses only.
function isExpected(step: OrderStep): boolean {
  return step !== 'picked' && step !== 'notice-answered' && step !== 'invoice-answered' && step !== 'confirmed'
}
