'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import type { ServerAction } from '@/ui/form/action-answer'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useAction } from '@/ui/form/use-action'
import { useActionForm } from '@/ui/form/use-action-form'
import type { ApprovalDecision } from '../rules/approval'

type Word = { decision: ApprovalDecision; reason: string }
type SecondPersonProps<Result> = {
  /** Carries the second person's word to the area that owns the subject. */
  decide: ServerAction<Word, Result>
  rejectTitle: string
  /** What the toast says when it was approved. */
  approved: (result: Result) => string
}

/** The second person's word on a request as it stands here: approve, or reject with a reason. */
export function SecondPerson<Result>({ decide, rejectTitle, approved }: SecondPersonProps<Result>) {
  const t = useTranslations('approvals')
  const approve = useAction(decide, { done: approved })
  return (
    <div className="row">
      <Button type="button" kind="primary" pending={approve.isPending} onClick={() => approve.run({ decision: 'approved', reason: '' })}>
        {t('approve')}
      </Button>
      <Dialog title={rejectTitle} trigger={<Button type="button">{t('reject')}</Button>}>
        {(close) => <RejectForm decide={decide} close={close} />}
      </Dialog>
    </div>
  )
}

type RejectFormProps<Result> = { decide: ServerAction<Word, Result>; close: () => void }

function RejectForm<Result>({ decide, close }: RejectFormProps<Result>) {
  const t = useTranslations('approvals')
  const form = useActionForm(decide, {
    input: (fields) => ({ decision: 'rejected' as const, reason: fields.text('reason') }),
    done: t('rejected'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextArea name="reason" label={t('rejectReason')} required rows={3} />
      <DialogActions submit={t('reject')} kind="danger" onCancel={close} />
    </Form>
  )
}
