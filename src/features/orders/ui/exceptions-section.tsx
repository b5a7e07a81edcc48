import { useTranslations } from 'next-intl'
import { Section } from '@/ui/section'
import type { ExceptionRow } from '../queries/exception-columns'
import { decisionsFrom } from '../rules/exception-kinds'
import { ExceptionDecision } from './exception-decision'
import { ExceptionSteps } from './exception-steps'

type ExceptionsSectionProps = {
  exceptions: readonly ExceptionRow[]
  /** What the reader may do with each of them. */
  mayOf: (exception: ExceptionRow) => { decide: boolean; secondPerson: boolean }
}

/** What is wrong with the order, as arithmetic a person can check, and what was decided about it. */
export function ExceptionsSection({ exceptions, mayOf }: ExceptionsSectionProps) {
  const t = useTranslations('orders')
  if (exceptions.length === 0) {
    return (
      <Section title={t('exceptions')} id="exceptions">
        <p className="q">{t('noExceptions')}</p>
      </Section>
    )
  }
  const first = exceptions.find((exception) => decisionsFrom(exception.state).length > 0)
  return (
    <Section title={t('exceptions')} note={t('exceptionsNote')} id="exceptions">
      <div className="flex flex-col gap-5">
        {exceptions.map((exception) => (
          <div key={exception.id} className="grid gap-x-8 gap-y-3 xl:grid-cols-2">
            <div>
              <h3 className="row mb-1">
                {t(`kind.${exception.kind}`)} {exception.line !== '' && <span className="q">{t('lineNo', { line: exception.line })}</span>}
              </h3>
              <ExceptionSteps exception={exception} />
            </div>
            <div>
              <p className="concl">{t(`means.${exception.kind}`)}</p>
              <ExceptionDecision exception={exception} may={mayOf(exception)} isFirst={exception === first} />
            </div>
          </div>
        ))}
      </div>
    </Section>
  )
}
