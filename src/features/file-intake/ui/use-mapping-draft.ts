'use client'

import { useCallback, useRef, useState } from 'react'
import { checkMapping, type MappingProblem } from '../rules/check-mapping'
import type { MappingTarget } from '../rules/mapping'
import { type OpenQuestion, openQuestions } from '../rules/mapping-draft'
import type { Draft, MappingPageData } from './mapping-page-data'
import { type PreviewState, requestPreview } from './request-preview'

export type MappingDraft = {
  draft: Draft
  target: MappingTarget
  problems: MappingProblem[]
  questions: OpenQuestion[]
  preview: PreviewState
  change: (change: Partial<Draft>) => void
}

/** A person's mouse and keys come faster than a file is read: only the last draft is tried. */
const PAUSE_MILLISECONDS = 350

/** The mapping being made, what is missing in it, and what it would store: tried on the file after every change that is whole. */
export function useMappingDraft(data: MappingPageData, initial: Draft, initialPreview: PreviewState): MappingDraft {
  const [draft, setDraft] = useState(initial)
  const [preview, setPreview] = useState<PreviewState>(initialPreview)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(0)
  const judged = judge(data, draft)

  const change = useCallback(
    (part: Partial<Draft>) => {
      const next = { ...draft, ...part }
      setDraft(next)
      if (part.alsoIds !== undefined) return
      const number = ++latest.current
      if (timer.current) clearTimeout(timer.current)
      if (judge(data, next).problems.length > 0) {
        setPreview({ phase: 'incomplete' })
        return
      }
      setPreview((before) => ({ phase: 'trying', before: before.phase === 'shown' ? before.preview : null }))
      timer.current = setTimeout(() => {
        void requestPreview(data.batch.id, next, data.headerRow).then((answer) => {
          if (latest.current === number) setPreview(answer)
        })
      }, PAUSE_MILLISECONDS)
    },
    [data, draft],
  )

  return { draft, ...judged, preview, change }
}

function judge(data: MappingPageData, { definition, customerId }: Draft): Pick<MappingDraft, 'target' | 'problems' | 'questions'> {
  const target = data.targets.find(({ kind }) => kind === definition.kind) ?? null
  const problems = checkMapping(definition, target, customerId !== null)
  // Who sees some customers only makes no mapping for all of them, even where the rows name theirs.
  if (customerId === null && !data.seesAllCustomers && !problems.some(({ code }) => code === 'no-sender'))
    problems.push({ code: 'no-sender', subject: '' })
  const shown = target ?? { kind: definition.kind, fields: [], oneOf: [], totalField: null, currencyField: null }
  return { target: shown, problems, questions: openQuestions(definition, shown, data.columns) }
}
