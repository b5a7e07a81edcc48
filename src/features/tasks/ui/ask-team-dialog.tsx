'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { askTeamAction } from '../actions'
import { type SubjectKind, TEAMS } from '../rules/teams'

type AskTeamDialogProps = { subjectKind: SubjectKind; subjectId: string; about: string; title?: string }

/** Asks another team for what is missing, with a due day. */
export function AskTeamDialog({ subjectKind, subjectId, about, title }: AskTeamDialogProps) {
  const t = useTranslations('tasks')
  return (
    <Dialog title={t('askAbout', { about })} trigger={<Button type="button">{t('ask')}</Button>}>
      {(close) => <AskTeamForm subjectKind={subjectKind} subjectId={subjectId} close={close} title={title ?? ''} />}
    </Dialog>
  )
}

type AskTeamFormProps = { subjectKind: SubjectKind; subjectId: string; close: () => void; title: string }

function AskTeamForm({ subjectKind, subjectId, close, title }: AskTeamFormProps) {
  const t = useTranslations('tasks')
  const form = useActionForm(askTeamAction, {
    input: (fields) => ({
      kind: 'question',
      subjectKind,
      subjectId,
      team: TEAMS.find((team) => team === fields.text('team')) ?? 'logistics',
      title: fields.text('title'),
      body: fields.text('body'),
      dueAt: fields.text('dueOn') === '' ? null : `${fields.text('dueOn')}T17:00:00Z`,
    }),
    done: t('asked'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <Select
        name="team"
        label={t('team')}
        choices={TEAMS.map((value) => ({ value, label: t(`teams.${value}`) }))}
        defaultValue="logistics"
      />
      <TextField name="title" label={t('what')} required defaultValue={title} />
      <TextArea name="body" label={t('details')} rows={3} />
      <TextField name="dueOn" type="date" label={t('dueOn')} />
      <DialogActions submit={t('send')} onCancel={close} />
    </Form>
  )
}
