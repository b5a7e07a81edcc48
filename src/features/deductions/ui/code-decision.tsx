'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useAction } from '@/ui/form/use-action'
import { useActionForm } from '@/ui/form/use-action-form'
import { decideCodeMapsAction } from '../actions'

type CodeDecisionProps = { mapId: string; contentHash: string; code: string }

/** The second person's word on a map as it stands here: approve, or reject with a reason. */
export function CodeDecision({ mapId, contentHash, code }: CodeDecisionProps) {
  const t = useTranslations('deductions')
  const maps = [{ id: mapId, contentHash }]
  const approve = useAction(decideCodeMapsAction, { done: (result) => t('codes.approved', { count: result.recoding }) })
  return (
    <div className="row">
      <Button
        type="button"
        kind="primary"
        pending={approve.isPending}
        onClick={() => approve.run({ maps, decision: 'approved', reason: '' })}
      >
        {t('codes.approve')}
      </Button>
      <Dialog title={t('codes.rejectTitle', { code })} trigger={<Button type="button">{t('codes.reject')}</Button>}>
        {(close) => <RejectForm maps={maps} close={close} />}
      </Dialog>
    </div>
  )
}

type RejectFormProps = { maps: { id: string; contentHash: string }[]; close: () => void }

function RejectForm({ maps, close }: RejectFormProps) {
  const t = useTranslations('deductions')
  const form = useActionForm(decideCodeMapsAction, {
    input: (fields) => ({ maps, decision: 'rejected' as const, reason: fields.text('reason') }),
    done: t('codes.rejected'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextArea name="reason" label={t('codes.rejectReason')} required rows={3} />
      <DialogActions submit={t('codes.reject')} kind="danger" onCancel={close} />
    </Form>
  )
}
