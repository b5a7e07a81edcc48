import type { Dossier } from '../queries/dossier'
import { keyOf } from '../rules/exhibit'
import type { ExhibitGroup, ExhibitItem } from './exhibit-list'
import { exhibitName, exhibitNote } from './exhibit-name'
import type { Texts } from './texts'

type PanelFacts = { dossier: Dossier; shown: string; t: Texts; deductions: Texts }

export type ExhibitPanel = {
  items: ExhibitItem[]
  groups: ExhibitGroup[]
  letter: { name: string; note: string; href: string; isShown: boolean }
  shownTitle: string
}

/** What the list of exhibits shows: every exhibit with its address, in groups, each with what is missing. */
export function exhibitPanel({ dossier, shown, t, deductions }: PanelFacts): ExhibitPanel {
  const { plan, dispute, packageLocale } = dossier
  const hrefOf = (key: string) => `/packages/${dispute.id}?show=${encodeURIComponent(key)}`
  const items = plan.exhibits.map((exhibit): ExhibitItem => {
    const key = keyOf(exhibit)
    return {
      key,
      level: exhibit.level,
      name: exhibitName(exhibit, t, deductions),
      note: exhibitNote(exhibit, t),
      isIncluded: exhibit.isIncluded,
      isBroken: exhibit.fileState === 'encrypted' || exhibit.fileState === 'failed',
      href: hrefOf(key),
      isShown: shown === key,
    }
  })
  const letter = {
    name: t('letter'),
    note: t('letterNote', { language: t(`language.${packageLocale}`) }),
    href: hrefOf('letter'),
    isShown: shown === 'letter',
  }
  const groups = (['required', 'recommended', 'added'] as const).flatMap((level): ExhibitGroup[] => {
    const missing = plan.missing
      .filter((entry) => entry.level === level)
      .map(({ evidence }) => ({
        evidence,
        name: deductions(`evidenceKind.${evidence}`),
      }))
    if (level !== 'required' && missing.length === 0 && !items.some((item) => item.level === level)) return []
    return [{ level, title: t(level), note: noteOf(level), missing }]
  })
  const exhibit = items.find((item) => item.isShown)
  return { items, groups, letter, shownTitle: shown === 'package' ? t('previewAll') : (exhibit?.name ?? t('letter')) }

  function noteOf(level: ExhibitGroup['level']): string {
    if (level === 'recommended') return t('recommendedNote')
    if (level === 'added') return t('addedNote')
    const lacking = plan.missing.filter((entry) => entry.level === 'required').length
    return t('requiredCount', { have: plan.requiredCount - lacking, need: plan.requiredCount })
  }
}
