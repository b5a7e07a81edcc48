'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from 'sonner'
import type { ActionAnswer } from '../form/action-answer'
import { useRefusalText } from '../form/use-refusal-text'
import { sayDone } from '../undo'
import type { WrittenRows } from './use-inline-edit'

type Seen = { id: string; version: number }

/** A chosen row as it was seen, and who had it. */
export type ChosenRow = Seen & { ownerId: string | null }

type Options = {
  give: (rows: readonly Seen[], ownerId: string | null) => Promise<ActionAnswer<WrittenRows>>
  said: (count: number) => string
  onDone: () => void
}

/** Gives chosen rows to somebody as one command. Taken back, each goes to who had it, unless it was changed since. */
export function useBulkGive({ give, said, onDone }: Options): {
  isPending: boolean
  run: (rows: readonly ChosenRow[], ownerId: string | null) => void
} {
  const t = useTranslations('ui.edit')
  const refusal = useRefusalText()
  const [isPending, startTransition] = useTransition()

  async function takeBack(given: readonly ChosenRow[], { rows }: WrittenRows) {
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    for (const [ownerId, theirs] of Map.groupBy(given, (row) => row.ownerId)) {
      const answer = await give(
        theirs.map(({ id, version }) => ({ id, version: versions.get(id) ?? version })),
        ownerId,
      )
      if (!answer.ok) return void toast.error(refusal.sentence(answer.code, answer.details))
    }
    toast.success(t('undone'))
  }

  return {
    isPending,
    run: (rows, ownerId) =>
      startTransition(async () => {
        const answer = await give(
          rows.map(({ id, version }) => ({ id, version })),
          ownerId,
        )
        if (!answer.ok) return void toast.error(refusal.sentence(answer.code, answer.details))
        sayDone(said(rows.length), { label: t('undo'), undo: () => void takeBack(rows, answer.result) })
        onDone()
      }),
  }
}
