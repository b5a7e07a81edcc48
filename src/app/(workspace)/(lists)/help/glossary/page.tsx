import { getLocale, getTranslations } from 'next-intl/server'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { DataTable } from '@/ui/data-table/data-table'
import { Section } from '@/ui/section'
import { HelpFrame } from '../help-frame'

/** The words of the trade, explained in the reader's language and named in the other one. */
export default async function GlossaryPage() {
  const [t, locale] = await Promise.all([getTranslations('help'), getLocale()])
  const isChinese = locale === 'zh-CN'
  const own = ALL_MESSAGES[isChinese ? 'zh-CN' : 'en'].help.terms
  const others: Readonly<Record<string, { term: string }>> = ALL_MESSAGES[isChinese ? 'en' : 'zh-CN'].help.terms
  const rows = Object.entries(own)
    .map(([key, { term, meaning }]) => ({ key, term, meaning, other: others[key]?.term ?? '' }))
    .sort((a, b) => a.term.localeCompare(b.term, locale))
  return (
    <HelpFrame current="glossary">
      <Section title={t('glossary')} note={t('glossaryNote')}>
        <DataTable
          kind="section"
          name={t('glossary')}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'term', title: t('term'), cell: (row) => <span className="md">{row.term}</span> },
            { key: 'other', title: t('other'), look: 'quiet', cell: (row) => row.other },
            { key: 'meaning', title: t('meaning'), look: 'wrap', cell: (row) => row.meaning },
          ]}
        />
      </Section>
    </HelpFrame>
  )
}
