import { useTranslations } from 'next-intl'
import { Tabs } from '@/ui/tabs'

const PAGES = ['people', 'limits', 'small-amounts', 'causes', 'rules', 'outbox', 'health', 'audit'] as const
export type AdminPage = (typeof PAGES)[number]

type AdminTabsProps = { current: AdminPage }

export function AdminTabs({ current }: AdminTabsProps) {
  const t = useTranslations('reports')
  return (
    <Tabs
      current={current}
      tabs={PAGES.map((page) => ({ key: page, label: t(`admin.${page}`), href: page === 'people' ? '/admin' : `/admin/${page}` }))}
    />
  )
}
