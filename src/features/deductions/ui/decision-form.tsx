'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { useAction } from '@/ui/form/use-action'
import { useActionForm } from '@/ui/form/use-action-form'
import { decideDeductionAction } from '../actions'
import type { TrackerRow } from '../queries/tracker-row'
import { VERDICT_KINDS, type VerdictKind } from '../rules/verdict'
import type { CauseChoice } from './cause-name'
import { CauseSelect } from './cause-select'
import { ChangedDeduction } from './changed-deduction'

type DecisionFormProps = { row: TrackerRow; machineVerdict: VerdictKind | null; causes: readonly CauseChoice[] }

/** Agree with one key, overrule with a reason, or take a decision back. */
export function DecisionForm({ row, machineVerdict, causes }: DecisionFormProps) {
  const t = useTranslations('deductions')
  const deductions = [{ id: row.id, version: row.version }]
  const agree = useAction(decideDeductionAction, { done: t('agreed') })
  const canAgree = machineVerdict !== null && machineVerdict !== 'undecided' && !row.isDecided
  return (
    <div className="row mt-3">
      {canAgree && (
        <Button type="button" keys="Y" pending={agree.isPending} onClick={() => agree.run({ deductions, decision: 'agree' })}>
          {t('agree')}
        </Button>
      )}
      {row.isDecided && (
        <Button type="button" pending={agree.isPending} onClick={() => agree.run({ deductions, decision: 'reopen' })}>
          {t('reopen')}
        </Button>
      )}
      <Dialog title={t('changeVerdict')} trigger={<Button type="button">{t('changeVerdict')}</Button>}>
        {(close) => <OverruleForm row={row} causes={causes} close={close} />}
      </Dialog>
    </div>
  )
}

type OverruleFormProps = { row: TrackerRow; causes: readonly CauseChoice[]; close: () => void }

function OverruleForm({ row, causes, close }: OverruleFormProps) {
  const t = useTranslations('deductions')
  const [verdict, setVerdict] = useState(row.verdict)
  const form = useActionForm(decideDeductionAction, {
    input: (fields) => ({
      deductions: [{ id: row.id, version: row.version }],
      decision: VERDICT_KINDS.find((kind) => kind === fields.text('decision')) ?? 'undecided',
      reason: fields.text('reason'),
      causeKey: fields.text('causeKey'),
    }),
    done: (result) => t(result.waiting > 0 ? 'givingUp.waits' : 'verdictChanged'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <Select
        name="decision"
        label={t('column.verdict')}
        value={verdict}
        onChange={(event) => setVerdict(VERDICT_KINDS.find((kind) => kind === event.target.value) ?? 'undecided')}
        choices={VERDICT_KINDS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
      />
      <CauseSelect row={row} causes={causes} isOwed={verdict === 'valid'} />
      <TextArea name="reason" label={t('reasonForChange')} required rows={3} />
      <ChangedDeduction row={row} />
      <DialogActions submit={t('save')} onCancel={close} />
    </Form>
  )
}
