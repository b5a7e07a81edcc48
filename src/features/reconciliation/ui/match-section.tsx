import { useLocale, useTranslations } from 'next-intl'
import { joinList } from '@/i18n/formats'
import { KeyValues } from '@/ui/key-values'
import { Section } from '@/ui/section'
import type { MatchRow } from '../queries/find-match'

type MatchSectionProps = { match: MatchRow }

/** How records with different numbers were brought together: the kind, the score, and every reason. */
export function MatchSection({ match }: MatchSectionProps) {
  const t = useTranslations('reconciliation')
  const locale = useLocale()
  return (
    <Section title={t('match.title')} note={t('match.score', { score: match.score })} id="match">
      <KeyValues
        align="left"
        items={[
          { term: t('match.how'), value: t(`match.kind.${match.kind}`) },
          { term: t('match.ours'), value: match.our_lines.length > 0 ? joinList(match.our_lines, locale) : match.our_key },
          {
            term: t('match.theirs'),
            value: match.their_lines.length > 0 ? `${match.their_key} / ${joinList(match.their_lines, locale)}` : match.their_key,
          },
          { term: t('match.why'), value: match.reasons.map(({ code, value }) => t(`match.reason.${code}`, { value })).join(' · ') },
        ]}
      />
    </Section>
  )
}
