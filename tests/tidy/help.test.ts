import { describe, expect, it } from 'vitest'
import { placesFor } from '@/app/(workspace)/navigation'
import { systemActor } from '@/core/actor'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { LOCALES } from '@/i18n/locale'

describe('the guide', () => {
  it.each(LOCALES)('has words for every place of the rail in %s', (locale) => {
    const told: Readonly<Record<string, unknown>> = ALL_MESSAGES[locale].help.place
    expect(placesFor(systemActor('test')).filter(({ key }) => !(key in told))).toEqual([])
  })
})
