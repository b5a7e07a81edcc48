'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ROLES } from '@/core/actor'
import { Checkbox } from '@/ui/form/checkbox'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { addViewAction, changeViewAction, setRoleViewAction, subscribeViewAction } from '../actions'
import type { ViewRow } from '../queries/find-views'
import { RHYTHMS, type ViewPage, viewHref } from '../rules/saved-view'
import { FormActions } from './person-form'

type NameViewFormProps = {
  page: ViewPage
  query: string
  /** The view that gets another name; null for a new one. */
  view: ViewRow | null
  close: () => void
}

/** Names a new view, or an old one anew. */
export function NameViewForm({ page, query, view, close }: NameViewFormProps) {
  return view === null ? <AddViewForm page={page} query={query} close={close} /> : <RenameViewForm view={view} close={close} />
}

function AddViewForm({ page, query, close }: Omit<NameViewFormProps, 'view'>) {
  const t = useTranslations('people')
  const router = useRouter()
  const form = useActionForm(addViewAction, {
    input: (fields) => ({ page, query, name: fields.text('name'), isShared: fields.checked('isShared') }),
    done: t('views.saved'),
    onDone: (view) => {
      close()
      router.push(viewHref(page, view))
    },
  })
  return (
    <Form form={form}>
      <TextField name="name" label={t('views.name')} required autoComplete="off" maxLength={80} />
      <Checkbox name="isShared" label={t('views.shareHint')} />
      <FormActions close={close} text={t('admin.save')} />
    </Form>
  )
}

type ViewFormProps = { view: ViewRow; close: () => void }

function RenameViewForm({ view, close }: ViewFormProps) {
  const t = useTranslations('people')
  const form = useActionForm(changeViewAction, {
    input: (fields) => ({ viewId: view.id, version: view.version, name: fields.text('name') }),
    done: t('views.saved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="name" label={t('views.name')} required autoComplete="off" maxLength={80} defaultValue={view.name} />
      <FormActions close={close} text={t('admin.save')} />
    </Form>
  )
}

/** Which roles see the view when they open the list. */
export function RoleViewForm({ view, close }: ViewFormProps) {
  const t = useTranslations('people')
  const form = useActionForm(setRoleViewAction, {
    input: (fields) => ({ viewId: view.id, roles: ROLES.filter((role) => fields.texts('roles').includes(role)) }),
    done: t('views.rolesSet'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('views.rolesNote')}</p>
      <div className="grid gap-1 sm:grid-cols-2">
        {ROLES.map((role) => (
          <Checkbox key={role} name="roles" value={role} label={t(`roles.${role}`)} defaultChecked={view.roles.includes(role)} />
        ))}
      </div>
      <FormActions close={close} text={t('admin.save')} />
    </Form>
  )
}

/** How often the view comes by mail. */
export function SubscribeForm({ view, close }: ViewFormProps) {
  const t = useTranslations('people')
  const form = useActionForm(subscribeViewAction, {
    input: (fields) => ({ viewId: view.id, rhythm: RHYTHMS.find((one) => one === fields.text('rhythm')) ?? null }),
    done: t('views.subscribed'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('views.subscribeNote')}</p>
      <Select
        name="rhythm"
        label={t('views.rhythm')}
        defaultValue={view.rhythm ?? ''}
        blank={t('views.never')}
        choices={RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(`views.rhythmIs.${rhythm}`) }))}
      />
      <FormActions close={close} text={t('admin.save')} />
    </Form>
  )
}
