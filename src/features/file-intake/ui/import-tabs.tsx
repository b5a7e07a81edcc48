import { useTranslations } from 'next-intl'
import { Tabs } from '@/ui/tabs'
import type { ImportDetail } from '../queries/find-import'
import type { ImportSection } from '../rules/import-view'

type ImportTabsProps = { detail: ImportDetail; current: ImportSection; path: string }

/** The parts of an import, each with its count. */
export function ImportTabs({ detail, current, path }: ImportTabsProps) {
  const t = useTranslations('fileIntake')
  const counts: Readonly<Record<ImportSection, number | undefined>> = {
    preview: detail.staged.reduce((sum, { count }) => sum + count, 0),
    rejected: detail.rejected,
    findings: detail.findings,
    brought: undefined,
    history: detail.times_sent,
  }
  const shown = (Object.keys(counts) as ImportSection[]).filter((key) => key !== 'preview' || counts.preview !== 0)
  return (
    <Tabs
      kind="sections"
      current={current}
      tabs={shown.map((key) => {
        const count = counts[key]
        return { key, label: t(`section.${key}`), href: `${path}?tab=${key}`, ...(count === undefined ? {} : { count }) }
      })}
    />
  )
}

/** What is most worth a look: rows that wait for a yes, rows that wait for correction, what was noticed, what came in. */
export function firstSection(detail: ImportDetail): ImportSection {
  if (detail.staged.length > 0) return 'preview'
  if (detail.rejected > detail.corrected) return 'rejected'
  return detail.findings > 0 ? 'findings' : 'brought'
}
