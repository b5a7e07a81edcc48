import { useTranslations } from 'next-intl'
import { PercentText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { CategoryProposal, Hint } from '../rules/propose-category'
import { hintSentence } from './hint-sentence'

type CodeHintsProps = { proposal: CategoryProposal }

/** Why we propose this category: every hint for it and against it. */
export function CodeHints({ proposal }: CodeHintsProps) {
  const t = useTranslations('deductions')
  const { category, confidencePpm, supporting, against } = proposal
  if (category === null) {
    return (
      <Section title={t('codes.proposal')}>
        <p className="q">{t('codes.nothingHints')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('codes.proposal')} note={t('codes.whyNote')}>
      <p className="concl mb-3">
        {t(`category.${category}`)} <span className="m">{t('codes.sure')}</span> <PercentText ppm={confidencePpm} digits={0} />
      </p>
      <ul className="flex flex-col gap-1">
        {supporting.map((hint) => (
          <HintItem key={hintSentence(hint, t)} hint={hint} isFor />
        ))}
        {against.map((hint) => (
          <HintItem key={hintSentence(hint, t)} hint={hint} isFor={false} />
        ))}
      </ul>
    </Section>
  )
}

type HintItemProps = { hint: Hint; isFor: boolean }

function HintItem({ hint, isFor }: HintItemProps) {
  const t = useTranslations('deductions')
  return (
    <li>
      <StatusMark shape={isFor ? 'ready' : 'due'}>{hintSentence(hint, t)}</StatusMark>
      {!isFor && <span className="m"> {t('codes.speaksFor', { category: t(`category.${hint.category}`) })}</span>}
    </li>
  )
}
