'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { CopyButton } from '@/ui/copy-button'
import { Dialog } from '@/ui/dialog'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useAction } from '@/ui/form/use-action'
import { useActionForm } from '@/ui/form/use-action-form'
import { createTokenAction, revokeTokenAction } from '../actions'
import { FormActions } from './person-form'

type Owner = { email: string; name: string }
type CreateTokenDialogProps = { owners: readonly Owner[] }

/** Makes a token for another system; it is shown once and kept only as a hash. */
export function CreateTokenDialog({ owners }: CreateTokenDialogProps) {
  const t = useTranslations('people')
  return (
    <Dialog title={t('token.create')} trigger={<Button type="button">{t('token.create')}</Button>}>
      {(close) => <CreateTokenForm owners={owners} close={close} />}
    </Dialog>
  )
}

function CreateTokenForm({ owners, close }: CreateTokenDialogProps & { close: () => void }) {
  const t = useTranslations('people')
  const [token, setToken] = useState<string | null>(null)
  const form = useActionForm(createTokenAction, {
    input: (fields) => ({ email: fields.text('email'), name: fields.text('name') }),
    onDone: (result) => setToken(result.token),
  })
  if (token !== null)
    return (
      <>
        <p>{t('token.once')}</p>
        <p className="row">
          <code className="break-all">{token}</code>
          <CopyButton text={token} label={t('token.copy')} />
        </p>
        <div className="actions">
          <Button type="button" kind="primary" onClick={close}>
            {t('token.kept')}
          </Button>
        </div>
      </>
    )
  return (
    <Form form={form}>
      <TextField name="name" label={t('token.name')} hint={t('token.nameHint')} required autoComplete="off" />
      <Select
        name="email"
        label={t('token.owner')}
        required
        blank
        hint={t('token.ownerHint')}
        choices={owners.map(({ email, name }) => ({ value: email, label: `${name} (${email})` }))}
      />
      <FormActions close={close} text={t('token.create')} />
    </Form>
  )
}

type RevokeButtonProps = { tokenId: string; name: string }

export function RevokeButton({ tokenId, name }: RevokeButtonProps) {
  const t = useTranslations('people')
  const { run, isPending } = useAction(revokeTokenAction, { done: t('token.revoked') })
  return (
    <Button type="button" kind="ghost" pending={isPending} aria-label={t('token.revokeNamed', { name })} onClick={() => run({ tokenId })}>
      {t('token.revoke')}
    </Button>
  )
}
