'use client'

import { useTranslations } from 'next-intl'

/**
 * Turns the code of a refusal into a sentence. 'stale' is `errors.stale`; 'deductions/already-closed' is
 * `deductions.errors.already-closed`; an unknown code reads as unexpected, with nothing hidden from the log.
 */
export function useRefusalText(): {
  sentence: (code: string, details?: Readonly<Record<string, string>>) => string
  field: (key: string) => string
} {
  const t = useTranslations()
  return {
    sentence: (code, details) => firstText([...areaKeys(code), `errors.${code}`, 'errors.unexpected'], details),
    field: (key) => firstText([...areaKeys(key), `errors.field.${key}`, 'errors.field.invalid']),
  }

  function firstText(keys: readonly string[], details: Readonly<Record<string, string>> = {}): string {
    const key = keys.find((one) => t.has(one)) ?? 'errors.unexpected'
    return t(key, details)
  }
}

function areaKeys(code: string): string[] {
  const [area, word] = code.split('/')
  if (area === undefined || word === undefined) return []
  const namespace = area.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
  return [`${namespace}.errors.${word}`]
}
