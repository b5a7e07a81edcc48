'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { DemoSignIn } from '@/features/people/queries/find-demo-sign-ins'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form/form'
import { TextField } from '@/ui/form/text-field'
import { DemoSignIns } from './demo-sign-ins'

type SignInFormProps = {
  /** Path to open afterwards. */
  goesTo: string
  wasRefused: boolean
  /** Filled only while the demo is loaded. */
  demoSignIns: readonly DemoSignIn[]
}

export function SignInForm({ goesTo, wasRefused, demoSignIns }: SignInFormProps) {
  const t = useTranslations('people.signIn')
  const errors = useTranslations('errors')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(wasRefused ? t('wrong') : null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => null)
    if (answer?.ok === true && answer.error === null) {
      window.location.assign(goesTo)
      return
    }
    setPending(false)
    setError(sentenceFor(answer?.error ?? null))
  }

  function sentenceFor(code: string | null): string {
    if (code === null) return errors('offline')
    return code === 'CredentialsSignin' ? t('wrong') : errors(errors.has(code) ? code : 'unexpected')
  }

  return (
    <>
      <form className="flex flex-col gap-3" onSubmit={(event) => void submit(event)}>
        <TextField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {error !== null && <FormError>{error}</FormError>}
        <Button kind="primary" size="large" pending={isPending} pendingText={t('submitting')}>
          {t('submit')}
        </Button>
      </form>
      <DemoSignIns
        people={demoSignIns}
        onChoose={(person) => {
          setEmail(person.email)
          setPassword(person.password)
        }}
      />
    </>
  )
}
