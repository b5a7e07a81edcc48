import type { CalendarDate } from '@/core/calendar-date'
import type { CodeRow } from '../queries/find-codes'
import { MAPPED_CATEGORIES, type MappedCategory } from '../rules/deduction'
import type { MapDays } from '../rules/place-map'
import type { ProposedMap } from '../schemas'

export type SuggestedMap = Required<Omit<ProposedMap, 'category' | 'validFrom' | 'validTo'>> & MapDays & { category: MappedCategory | null }

/** The map we would propose for a code: from the day it was first seen on, or from today where another one holds; without an end. */
export function suggestedMap(row: CodeRow, today: CalendarDate): SuggestedMap {
  return {
    customerId: row.customerId,
    code: row.code,
    category: MAPPED_CATEGORIES.find((category) => category === row.proposal.category) ?? null,
    internalReason: row.proposal.internalReason || row.code,
    sapReason: '',
    validFrom: row.tab === 'mapped' ? today : (row.firstOn ?? today),
    validTo: null,
    version: null,
  }
}
