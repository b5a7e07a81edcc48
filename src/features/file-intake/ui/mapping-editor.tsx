'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form/form'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { draftMapping } from '../rules/mapping-draft'
import { MappingColumns } from './mapping-columns'
import { MappingConstants } from './mapping-constants'
import { MappingEncoding } from './mapping-encoding'
import { MappingHead } from './mapping-head'
import type { Draft, MappingPageData } from './mapping-page-data'
import { MappingPreview } from './mapping-preview'
import { MappingQuestions } from './mapping-questions'
import { MappingAlike, MappingProblems, MappingTop } from './mapping-side'
import { type PreviewState, takeMappedFiles } from './request-preview'
import { useMappingDraft } from './use-mapping-draft'

type MappingEditorProps = { data: MappingPageData; initial: Draft; initialPreview: PreviewState }

/** A person says what the columns of a file mean; every change shows at once what would be stored. */
export function MappingEditor({ data, initial, initialPreview }: MappingEditorProps) {
  const mapping = useMappingDraft(data, initial, initialPreview)
  const { draft, target, problems, questions, preview, change } = mapping

  function changeKind(kind: string) {
    const proposal = data.proposals.find((one) => one.kind === kind)
    const next = data.targets.find((one) => one.kind === kind)
    if (!proposal || !next) return
    change({ definition: draftMapping(data.columns, proposal, next, data.earlier?.definition ?? null, draft.definition.encoding) })
  }

  return (
    <div className="two">
      <div className="l">
        <MappingHead data={data} draft={draft} onKind={changeKind} onCustomer={(customerId) => change({ customerId })} />
        <MappingEncoding data={data} />
        <MappingQuestions questions={questions} definition={draft.definition} onAnswer={(definition) => change({ definition })} />
        <MappingColumns data={data} draft={draft} target={target} onChange={(definition) => change({ definition })} />
        <MappingConstants definition={draft.definition} target={target} onChange={(definition) => change({ definition })} />
        <MappingPreview preview={preview} target={target} />
      </div>
      <div className="rr">
        <MappingProblems
          problems={problems}
          isEncodingOpen={data.isEncodingOpen}
          kind={draft.definition.kind}
          columns={draft.definition.columns}
        >
          <TakeButton data={data} draft={draft} preview={preview} isWhole={problems.length === 0 && !data.isEncodingOpen} />
        </MappingProblems>
        <MappingAlike data={data} draft={draft} onAlso={(alsoIds) => change({ alsoIds })} />
        <MappingTop data={data} />
      </div>
    </div>
  )
}

type TakeButtonProps = { data: MappingPageData; draft: Draft; preview: PreviewState; isWhole: boolean }

/** Keeps the mapping and takes the rows over. A mapping of the same customer gets a new version, another one is made. */
function TakeButton({ data, draft, preview, isWhole }: TakeButtonProps) {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const refusal = useRefusalText()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const count = preview.phase === 'shown' ? preview.preview.accepted : 0

  async function take() {
    setPending(true)
    const { earlier } = data
    const isNext = earlier !== null && earlier.customerId === draft.customerId
    const answer = await takeMappedFiles(data.batch.id, draft, {
      mappingId: isNext ? earlier.mappingId : null,
      version: isNext ? earlier.version : 0,
      fingerprint: data.fingerprint,
    })
    setPending(false)
    if (typeof answer === 'string') {
      setError(refusal.sentence(answer.replace(/^intake\//, 'file-intake/')))
      return
    }
    const accepted = answer.reduce((sum, { rows }) => sum + rows.accepted, 0)
    const rejected = answer.reduce((sum, { rows }) => sum + rows.rejected, 0)
    toast.success(t('mapping.taken', { files: answer.length, accepted, rejected }))
    // A file that was read before came in anew.
    const isSame = answer.some(({ id }) => id === data.batch.id)
    router.push(`/imports/${isSame ? data.batch.id : (answer[0]?.id ?? data.batch.id)}`)
  }

  return (
    <>
      <Button
        type="button"
        kind="primary"
        keys="I"
        disabled={!isWhole || preview.phase !== 'shown' || count === 0}
        pending={isPending}
        pendingText={t('importing')}
        onClick={() => void take()}
      >
        {t('mapping.take', { count })}
      </Button>
      {error !== null && <FormError>{error}</FormError>}
    </>
  )
}
