import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/server/session'
import { Section } from '@/ui/section'
import { placesFor } from '../../navigation'
import { HelpFrame } from './help-frame'

const FLOW = ['order', 'ship', 'pay', 'judge', 'dispute', 'learn'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help')
  return { title: t('title') }
}

/** What the work is and what each place of the reader's own rail is for. The address of a place ends with its key. */
export default async function HelpPage() {
  const actor = await requireActor()
  const [t, shell] = await Promise.all([getTranslations('help'), getTranslations('shell')])
  return (
    <HelpFrame current="guide">
      <Section title={t('flowTitle')}>
        <ol className="max-w-[68ch] list-decimal pl-5">
          {FLOW.map((step) => (
            <li key={step}>{t(`flow.${step}`)}</li>
          ))}
        </ol>
      </Section>
      {placesFor(actor).map(({ key, href }) => (
        <div key={key} className="max-w-[68ch]">
          <Section id={key} title={shell(key)} end={<Link href={href}>{t('open', { place: shell(key) })}</Link>}>
            <p>{t(`place.${key}.what`)}</p>
            <p className="mt-2">{t(`place.${key}.first`)}</p>
            <p className="mt-2 m">{t(`place.${key}.good`)}</p>
          </Section>
        </div>
      ))}
    </HelpFrame>
  )
}
