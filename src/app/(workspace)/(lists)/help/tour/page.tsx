import { getTranslations } from 'next-intl/server'
import { Section } from '@/ui/section'
import { HelpFrame } from '../help-frame'

const STEPS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

/** Ten minutes with the demo company, for the first day. */
export default async function TourPage() {
  const t = await getTranslations('help')
  return (
    <HelpFrame current="tour">
      <Section title={t('tourTitle')}>
        <div className="max-w-[68ch]">
          <p className="m">{t('tourNote')}</p>
          <ol className="mt-3 list-decimal pl-5">
            {STEPS.map((step) => (
              <li key={step} className="mt-2">
                {t(`tourStep.${step}`)}
              </li>
            ))}
          </ol>
        </div>
      </Section>
    </HelpFrame>
  )
}
