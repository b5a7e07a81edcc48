import type { Hint } from '../rules/propose-category'
import type { Texts } from './texts'

/** One hint as a sentence: what it is and where it stands. */
export function hintSentence(hint: Hint, t: Texts): string {
  switch (hint.kind) {
    case 'words':
      return t('codes.hint.words', { text: hint.text })
    case 'x12':
      return t('codes.hint.x12', { code: hint.code })
    case 'edifact':
      return t('codes.hint.edifact', { code: hint.code })
    case 'decided':
      return t('codes.hint.decided', { agreed: hint.agreed, count: hint.agreed + hint.overruled })
    case 'elsewhere':
      return t('codes.hint.elsewhere', { count: hint.customers })
  }
}
