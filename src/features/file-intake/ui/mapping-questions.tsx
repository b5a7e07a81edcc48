'use client'

import { useTranslations } from 'next-intl'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { MappingDefinition } from '../rules/mapping'
import { answerQuestion, type OpenQuestion } from '../rules/mapping-draft'
import { DayOrText } from './day-or-text'
import { dialectText } from './mapping-texts'

type MappingQuestionsProps = {
  questions: readonly OpenQuestion[]
  definition: MappingDefinition
  onAnswer: (definition: MappingDefinition) => void
}

/** What the values of a column do not prove: each reading beside the other, on the file's own values. */
export function MappingQuestions({ questions, definition, onAnswer }: MappingQuestionsProps) {
  const t = useTranslations('fileIntake')
  if (questions.length === 0) return null
  const open = questions.filter(({ answer }) => answer === 'ambiguous').length
  return (
    <Section
      title={t('mapping.questions')}
      id="questions"
      note={
        open > 0 ? (
          <StatusMark shape="due">{t('mapping.questionsOpen', { count: open })}</StatusMark>
        ) : (
          <StatusMark shape="ready">{t('mapping.questionsDone')}</StatusMark>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {questions.map((question) => (
          <Question
            key={`${question.key} ${question.what}`}
            question={question}
            onAnswer={(dialect) => onAnswer(answerQuestion(definition, questions, question, dialect))}
          />
        ))}
      </div>
    </Section>
  )
}

type QuestionProps = { question: OpenQuestion; onAnswer: (dialect: string) => void }

function Question({ question, onAnswer }: QuestionProps) {
  const t = useTranslations('fileIntake')
  const name = `${question.what} ${question.key}`
  const texts = question.readings[0]?.samples.map(({ text }) => text) ?? []
  return (
    <fieldset className="min-w-0">
      <legend className="md">{t(`mapping.ask.${question.what}`, { title: question.title })}</legend>
      <div className="t-scroll">
        <table className="t" aria-label={question.title}>
          <thead>
            <tr>
              <th scope="col">{t('mapping.inFile')}</th>
              {texts.map((text) => (
                <th key={text} scope="col" className="r">
                  {text}
                </th>
              ))}
              <th scope="col" className="r">
                {t('mapping.notReadable')}
              </th>
            </tr>
          </thead>
          <tbody>
            {question.readings.map(({ dialect, samples, unreadable }) => (
              <tr key={dialect} data-marked={question.answer === dialect ? '' : undefined}>
                <td>
                  <label className="check">
                    <input
                      type="radio"
                      className="box"
                      name={name}
                      value={dialect}
                      checked={question.answer === dialect}
                      onChange={() => onAnswer(dialect)}
                    />
                    {dialectText(t, dialect)}
                  </label>
                </td>
                {samples.map(({ text, value }) => (
                  <td key={text} className="r">
                    {value === null ? '–' : <DayOrText text={value} />}
                  </td>
                ))}
                <td className={unreadable > 0 ? 'r over' : 'r q'}>{unreadable}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
