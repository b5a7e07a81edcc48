import { useTranslations } from 'next-intl'
import { StatusMark, type StatusShape, type Tone } from '@/ui/status-mark'
import { type GradedProof, type ProofGrade, sideOf } from '../rules/grade-proof'

const LOOKS: Readonly<Record<ProofGrade, { shape: StatusShape; tone: Tone }>> = {
  A: { shape: 'ready', tone: 'done' },
  B: { shape: 'ready', tone: 'plain' },
  C: { shape: 'partly', tone: 'due' },
  D: { shape: 'none', tone: 'over' },
}

type ProofGradeTextProps = { grade: ProofGrade }

/** The grade of a delivery paper as a letter with its word. */
export function ProofGradeText({ grade }: ProofGradeTextProps) {
  const t = useTranslations('shipments')
  return (
    <StatusMark shape={LOOKS[grade].shape} tone={LOOKS[grade].tone}>
      {t(`grade.${grade}`)}
    </StatusMark>
  )
}

type ProofSentenceProps = { proof: GradedProof; paperKind: string }

/** In one sentence: what the paper proves, and what not. */
export function ProofSentence({ proof: { grade, proves, lacks }, paperKind }: ProofSentenceProps) {
  const t = useTranslations('shipments')
  const list = (key: 'proves' | 'lacks', codes: readonly string[]) =>
    codes.map((code) => t(`${key}.${code}`, { paper: sideOf(paperKind) })).join(t('comma'))
  return (
    <>
      {t(`grade.${grade}`)}
      {proves.length > 0 && ` · ${t('provesList', { list: list('proves', proves) })}`}
      {lacks.length > 0 && ` · ${t('lacksList', { list: list('lacks', lacks) })}`}
    </>
  )
}
