import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findDemoSignIns } from '@/features/people/queries/find-demo-sign-ins'
import { currentSession } from '@/server/session'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.signIn')
  return { title: t('title') }
}

type SignInPageProps = { searchParams: Promise<SearchParams> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (await currentSession()) redirect('/')
  const [t, params, demoSignIns] = await Promise.all([getTranslations('people.signIn'), searchParams, findDemoSignIns()])
  return (
    <div className="box-in">
      <div>
        <h1>{t('title')}</h1>
        <p className="m">{t('lead')}</p>
      </div>
      <SignInForm
        goesTo={localPath(paramOf(params, 'callbackUrl'))}
        wasRefused={paramOf(params, 'error') !== undefined}
        demoSignIns={demoSignIns}
      />
    </div>
  )
}

// Only paths of our own: a link must not send a person who just signed in to a stranger's page.
function localPath(target: string | undefined): string {
  if (target === undefined) return '/'
  const path = target.startsWith('/') ? target : URL.canParse(target) ? new URL(target).pathname : '/'
  return /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : '/'
}
