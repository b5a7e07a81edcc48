import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HashInView } from '@/ui/hash-in-view'
import { PageTitle } from '@/ui/page-title'
import { Tabs } from '@/ui/tabs'

const PARTS = { guide: '/help', tour: '/help/tour', glossary: '/help/glossary', keys: '/help/keys', notes: '/help/notes' } as const

type HelpFrameProps = { current: keyof typeof PARTS; children: ReactNode }

/** The parts of the help above one of them. */
export function HelpFrame({ current, children }: HelpFrameProps) {
  const t = useTranslations('help')
  return (
    <>
      <Tabs
        current={current}
        tabs={(['guide', 'tour', 'glossary', 'keys', 'notes'] as const).map((key) => ({ key, label: t(key), href: PARTS[key] }))}
      />
      <div className="page">
        <PageTitle>{t('title')}</PageTitle>
        {children}
      </div>
      <HashInView />
    </>
  )
}
