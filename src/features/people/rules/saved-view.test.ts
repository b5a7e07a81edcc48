import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { isMailDue, viewHref, viewQuery } from './saved-view'

describe('what a view keeps of an address', () => {
  it('is the same for parameters in another order', () => {
    expect(viewQuery(new URLSearchParams('tab=due&customer=C01'))).toBe(viewQuery(new URLSearchParams('customer=C01&tab=due')))
  })

  it('leaves out the place in the list and what is empty', () => {
    expect(viewQuery(new URLSearchParams('tab=due&peek=1&after=x&before=y&page=3&v=1&q='))).toBe('tab=due')
  })

  it('keeps the order of columns', () => {
    expect(viewQuery(new URLSearchParams('hide=po&hide=claim'))).toBe('hide=po&hide=claim')
  })

  it('leads back to the list', () => {
    expect(viewHref('deductions', { id: '1', query: 'tab=due' })).toBe('/deductions?tab=due&v=1')
    expect(viewHref('tasks', { id: '1', query: '' })).toBe('/tasks?v=1')
    expect(viewHref('tasks', null)).toBe('/tasks?v=standard')
  })
})

describe('the mail of a view', () => {
  const day = (text: string) => asCalendarDate(text)
  const friday = day('2026-11-27')
  const monday = day('2026-11-30')

  it('comes at once the first time, at any hour', () => {
    expect(isMailDue({ rhythm: 'weekly', doneOn: null }, monday, 3)).toBe(true)
  })

  it('comes once a day, from seven', () => {
    expect(isMailDue({ rhythm: 'daily', doneOn: day('2026-11-26') }, friday, 9)).toBe(true)
    expect(isMailDue({ rhythm: 'daily', doneOn: day('2026-11-26') }, friday, 6)).toBe(false)
    expect(isMailDue({ rhythm: 'daily', doneOn: friday }, friday, 9)).toBe(false)
  })

  it('comes on Monday from seven, or later in the week when Monday was missed', () => {
    const last = { rhythm: 'weekly', doneOn: day('2026-11-23') } as const
    expect(isMailDue(last, friday, 9)).toBe(false)
    expect(isMailDue(last, monday, 6)).toBe(false)
    expect(isMailDue(last, monday, 7)).toBe(true)
    expect(isMailDue({ rhythm: 'weekly', doneOn: day('2026-11-20') }, friday, 6)).toBe(true)
  })
})
