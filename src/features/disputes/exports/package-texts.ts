import type { PackageLocale, PackageTexts } from './text-shape'
import { GERMAN } from './texts-de'
import { ENGLISH } from './texts-en'
import { CHINESE } from './texts-zh'

const TEXTS: Readonly<Record<PackageLocale, PackageTexts>> = { en: ENGLISH, de: GERMAN, 'zh-CN': CHINESE }

/** The texts of a customer's language; English where we have none of theirs. */
export function packageTexts(locale: string): PackageTexts {
  return TEXTS[isPackageLocale(locale) ? locale : 'en']
}

function isPackageLocale(locale: string): locale is PackageLocale {
  return locale in TEXTS
}

/** Puts values into a text: `fill('p {page}', { page: 3 })` is 'p 3'. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
