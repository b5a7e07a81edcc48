'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Form } from '@/ui/form/form'
import { TextField } from '@/ui/form/text-field'
import { useAction } from '@/ui/form/use-action'
import { useActionForm } from '@/ui/form/use-action-form'
import { Menu } from '@/ui/menu'
import { disableUserAction, setPasswordAction } from '../actions'
import type { UserRow } from '../queries/find-users'
import { ChangePersonForm, FormActions } from './person-form'

type PersonMenuProps = {
  user: UserRow
  isSelf: boolean
  /** The form that assigns customers; it belongs to another area and comes from the page. */
  assignForm: ReactNode
}

/** What an administrator can do with one person. */
export function PersonMenu({ user, isSelf, assignForm }: PersonMenuProps) {
  const t = useTranslations('people')
  const [open, setOpen] = useState<'change' | 'password' | 'customers' | null>(null)
  const disable = useAction(disableUserAction, { done: t(user.is_disabled ? 'admin.enabled' : 'admin.disabled') })
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button type="button" aria-label={t('admin.actionsFor', { name: user.name })}>
            {t('admin.manage')}
          </Button>
        }
        entries={[
          { kind: 'action', key: 'change', label: t('admin.change'), onSelect: () => setOpen('change') },
          { kind: 'action', key: 'customers', label: t('admin.assign'), onSelect: () => setOpen('customers') },
          { kind: 'action', key: 'password', label: t('admin.setPassword'), onSelect: () => setOpen('password') },
          { kind: 'line', key: 'line' },
          {
            kind: 'action',
            key: 'disable',
            label: t(user.is_disabled ? 'admin.enable' : 'admin.disable'),
            disabled: isSelf,
            onSelect: () => disable.run({ userId: user.id, isDisabled: !user.is_disabled }),
          },
        ]}
      />
      <Dialog title={t('admin.changeTitle', { name: user.name })} open={open === 'change'} onOpenChange={close}>
        <ChangePersonForm user={user} close={close} />
      </Dialog>
      <Dialog title={t('admin.passwordTitle', { name: user.name })} open={open === 'password'} onOpenChange={close}>
        <PasswordForm userId={user.id} close={close} />
      </Dialog>
      <Dialog title={t('admin.assignTitle', { name: user.name })} open={open === 'customers'} onOpenChange={close} width={520}>
        {assignForm}
      </Dialog>
    </>
  )
}

type PasswordFormProps = { userId: string; close: () => void }

function PasswordForm({ userId, close }: PasswordFormProps) {
  const t = useTranslations('people')
  const form = useActionForm(setPasswordAction, {
    input: (fields) => ({ userId, password: fields.text('password') }),
    done: t('admin.passwordSet'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('admin.passwordNote')}</p>
      <TextField
        name="password"
        label={t('signIn.password')}
        type="password"
        hint={t('admin.passwordHint')}
        required
        autoComplete="new-password"
      />
      <FormActions close={close} text={t('admin.setPassword')} />
    </Form>
  )
}
