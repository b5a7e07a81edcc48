'use client'

import { useTranslations } from 'next-intl'
import { TEAMS } from '@/features/tasks/rules/teams'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Checkbox } from '@/ui/form/checkbox'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { type Choice, Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { saveCauseAction } from '../actions'
import type { CauseRow } from '../queries/find-causes'
import { CAUSE_NATURES, PROCESS_STEPS } from '../rules/root-cause'

type CauseDialogProps = {
  /** The leaf to change; null adds one. */
  cause: CauseRow | null
  name: string | null
  branches: readonly Choice[]
  today: string
}

/** Adds a leaf of the tree, or says what it means from a day on. */
export function CauseDialog({ cause, name, branches, today }: CauseDialogProps) {
  const t = useTranslations('deductions.causes')
  return (
    <Dialog
      title={name === null ? t('addTitle') : t('changeTitle', { name })}
      trigger={<Button type="button">{t(cause ? 'change' : 'add')}</Button>}
    >
      {(close) => <CauseForm cause={cause} branches={branches} today={today} close={close} />}
    </Dialog>
  )
}

type CauseFormProps = Omit<CauseDialogProps, 'name'> & { close: () => void }

function CauseForm({ cause, branches, today, close }: CauseFormProps) {
  const t = useTranslations('deductions')
  const tasks = useTranslations('tasks')
  const form = useActionForm(saveCauseAction, {
    input: (fields) => ({
      key: cause?.key ?? keyOf(fields.text('nameEn')),
      parentKey: fields.text('parentKey'),
      nameEn: fields.text('nameEn'),
      nameZh: fields.text('nameZh'),
      processStep: PROCESS_STEPS.find((step) => step === fields.text('processStep')) ?? 'claims',
      team: TEAMS.find((team) => team === fields.text('team')) ?? 'deductions',
      nature: CAUSE_NATURES.find((nature) => nature === fields.text('nature')) ?? 'preventable',
      validFrom: fields.text('validFrom'),
      isRetired: fields.checked('isRetired'),
      version: cause?.version ?? null,
    }),
    done: t('causes.saved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <Select name="parentKey" label={t('causes.branch')} required choices={branches} defaultValue={cause?.parentKey ?? ''} />
      <div className="grid grid-cols-2 gap-3">
        <TextField name="nameEn" label={t('causes.nameEn')} required maxLength={80} defaultValue={cause?.names.en ?? ''} />
        <TextField name="nameZh" label={t('causes.nameZh')} required maxLength={80} defaultValue={cause?.names['zh-CN'] ?? ''} />
        <Select
          name="processStep"
          label={t('causes.step')}
          choices={PROCESS_STEPS.map((value) => ({ value, label: t(`causes.steps.${value}`) }))}
          defaultValue={cause?.now?.processStep ?? 'claims'}
        />
        <Select
          name="team"
          label={t('causes.team')}
          choices={TEAMS.map((value) => ({ value, label: tasks(`teams.${value}`) }))}
          defaultValue={cause?.now?.team ?? 'deductions'}
        />
        <Select
          name="nature"
          label={t('causes.nature')}
          choices={CAUSE_NATURES.map((value) => ({ value, label: t(`nature.${value}`) }))}
          defaultValue={cause?.now?.nature ?? 'preventable'}
        />
        <TextField name="validFrom" type="date" label={t('causes.validFrom')} required defaultValue={today} />
      </div>
      {cause && <Checkbox name="isRetired" label={t('causes.end')} defaultChecked={cause.now?.isRetired ?? false} />}
      <DialogActions submit={t('causes.save')} onCancel={close} />
    </Form>
  )
}

// Reports and links carry this word; it stays what the first English name made it.
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}
