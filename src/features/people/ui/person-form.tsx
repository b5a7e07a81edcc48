'use client'

import { useTranslations } from 'next-intl'
import { ROLES, type Role } from '@/core/actor'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Checkbox } from '@/ui/form/checkbox'
import { Form } from '@/ui/form/form'
import { useFormState } from '@/ui/form/form-context'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { StatusMark } from '@/ui/status-mark'
import { addUserAction, changeUserAction } from '../actions'
import type { UserRow } from '../queries/find-users'

const LANGUAGES = ['en', 'zh-CN'] as const

/** Adds a person with roles; without a password they can only come in by the company's sign-in. */
export function AddPersonDialog() {
  const t = useTranslations('people')
  return (
    <Dialog
      title={t('admin.add')}
      trigger={
        <Button type="button" kind="primary" keys="N">
          {t('admin.add')}
        </Button>
      }
    >
      {(close) => <AddPersonForm close={close} />}
    </Dialog>
  )
}

type CloseProps = { close: () => void }

function AddPersonForm({ close }: CloseProps) {
  const t = useTranslations('people')
  const form = useActionForm(addUserAction, {
    input: (fields) => ({
      email: fields.text('email'),
      name: fields.text('name'),
      roles: rolesOf(fields.texts('roles')),
      password: fields.optional('password'),
      locale: LANGUAGES.find((one) => one === fields.text('locale')) ?? 'en',
    }),
    done: t('admin.added'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="name" label={t('admin.name')} required autoComplete="off" />
      <TextField name="email" label={t('signIn.email')} type="email" required autoComplete="off" />
      <RoleBoxes chosen={[]} />
      <TextField
        name="password"
        label={t('admin.firstPassword')}
        type="password"
        hint={t('admin.passwordHint')}
        autoComplete="new-password"
      />
      <Select
        name="locale"
        label={t('admin.language')}
        defaultValue="en"
        choices={[
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '中文' },
        ]}
      />
      <FormActions close={close} text={t('admin.add')} />
    </Form>
  )
}

type ChangePersonFormProps = CloseProps & { user: UserRow }

/** Name and roles; rights add up over roles and hold from the next page on. */
export function ChangePersonForm({ user, close }: ChangePersonFormProps) {
  const t = useTranslations('people')
  const form = useActionForm(changeUserAction, {
    input: (fields) => ({ userId: user.id, version: user.version, name: fields.text('name'), roles: rolesOf(fields.texts('roles')) }),
    done: t('admin.changed'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="name" label={t('admin.name')} required defaultValue={user.name} autoComplete="off" />
      <RoleBoxes chosen={user.roles} />
      <FormActions close={close} text={t('admin.save')} />
    </Form>
  )
}

type RoleBoxesProps = { chosen: readonly Role[] }

function RoleBoxes({ chosen }: RoleBoxesProps) {
  const t = useTranslations('people')
  const error = useFormState().fieldErrors['roles']
  return (
    <fieldset className="field">
      <legend className="mb-1">{t('admin.roles')}</legend>
      <div className="grid grid-cols-2 gap-1">
        {ROLES.map((role) => (
          <Checkbox key={role} name="roles" value={role} label={t(`roles.${role}`)} defaultChecked={chosen.includes(role)} />
        ))}
      </div>
      {error !== undefined && (
        <span className="error" role="alert">
          <StatusMark shape="due" tone="over" />
          {error}
        </span>
      )}
    </fieldset>
  )
}

type FormActionsProps = CloseProps & { text: string }

export function FormActions({ close, text }: FormActionsProps) {
  const t = useTranslations('people')
  return (
    <div className="actions">
      <Button type="button" onClick={close}>
        {t('admin.cancel')}
      </Button>
      <Button kind="primary">{text}</Button>
    </div>
  )
}

function rolesOf(values: readonly string[]): Role[] {
  return ROLES.filter((role) => values.includes(role))
}
