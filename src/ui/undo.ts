import { toast } from 'sonner'

/** Acts that can still be taken back by Ctrl Z, the last one at the end. */
const acts: (() => void)[] = []
const ACTS_MAX = 50

/** Remembers how to take an act back; the answer forgets it, for when it was taken back otherwise. */
export function keepUndo(undo: () => void): () => void {
  acts.push(undo)
  if (acts.length > ACTS_MAX) acts.shift()
  return () => {
    const at = acts.lastIndexOf(undo)
    if (at !== -1) acts.splice(at, 1)
  }
}

/** Takes the last act back; false when there is none. */
export function undoLast(): boolean {
  const last = acts.pop()
  last?.()
  return last !== undefined
}

/** Says what was done, with a button that takes it back; Ctrl Z does it too, also when the message has gone. */
export function sayDone(said: string, { label, undo }: { label: string; undo: () => void }): void {
  const forget = keepUndo(undo)
  toast.success(said, {
    action: {
      label,
      onClick: () => {
        forget()
        undo()
      },
    },
  })
}
