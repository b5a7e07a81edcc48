'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { withdrawDisputeAction } from '../actions'

type WithdrawButtonProps = { disputeId: string; version: number; name: string }

/** Takes a dispute back, with a reason. */
export function WithdrawButton({ disputeId, version, name }: WithdrawButtonProps) {
  const t = useTranslations('disputes')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="button" onClick={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      <Dialog title={t('withdrawTitle', { name })} open={isOpen} onOpenChange={setOpen}>
        {(close) => <WithdrawForm disputeId={disputeId} version={version} onDone={close} />}
      </Dialog>
    </>
  )
}

type WithdrawFormProps = { disputeId: string; version: number; onDone: () => void }

function WithdrawForm({ disputeId, version, onDone }: WithdrawFormProps) {
  const t = useTranslations('disputes')
  const form = useActionForm(withdrawDisputeAction, {
    input: (fields) => ({ disputeId, version, reason: fields.text('reason') }),
    done: t('withdrawn'),
    onDone,
  })
  return (
    <Form form={form}>
      <p className="m">{t('withdrawNote')}</p>
      <TextArea name="reason" label={t('withdrawReason')} required />
      <DialogActions submit={t('withdraw')} kind="danger" onCancel={onDone} />
    </Form>
  )
}
