import * as z from 'zod/mini'
import { type SendOutcome, sendFile } from '@/ui/form/send-file'
import { type RememberedUpload, recallUploads, rememberUploads } from './upload-memory'

/** One file on its way: going up, being read, being taken over, or finished one way or the other. */
export type Upload = {
  key: string
  name: string
  bytes: number
  /** 0 to 1 of the bytes. */
  share: number
  phase: 'waiting' | 'sending' | 'importing' | 'done' | 'refused' | 'cancelled' | 'interrupted'
  /** Only looked at: nothing is taken over without a yes. */
  isPreview: boolean
  /** Code of the refusal. */
  code: string | null
  report: UploadReport | null
}

const Report = z.object({
  id: z.string(),
  status: z.string(),
  timesSent: z.number(),
  reason: z.nullable(z.string()),
  rows: z.object({ read: z.number(), accepted: z.number(), duplicate: z.number(), rejected: z.number() }),
})
const Answer = z.object({ batches: z.array(Report) })
export type UploadReport = z.output<typeof Report>

const AT_ONCE = 2
let uploads: readonly Upload[] = []
const aborts = new Map<string, AbortController>()
const listeners = new Set<() => void>()
const NONE: readonly Upload[] = []

// Kept outside of the components: going to another page neither stops an upload nor loses sight of it.
export function subscribeUploads(listener: () => void): () => void {
  listeners.add(listener)
  resumeRemembered()
  return () => listeners.delete(listener)
}

export function currentUploads(): readonly Upload[] {
  return uploads
}

/** What the server renders: nothing is on its way before the browser starts it. */
export function noUploads(): readonly Upload[] {
  return NONE
}

/** Sends files two at a time; once all are read, takes them over together in the right order, unless only a preview is wanted. */
export async function startUploads(files: readonly File[], isPreview: boolean): Promise<UploadReport[]> {
  const started = files.map((file) => ({ file, key: `${file.name} ${file.size} ${performance.now()} ${aborts.size}-${Math.random()}` }))
  change([...uploads, ...started.map(({ file, key }) => toUpload(file, key, isPreview))])
  const queue = [...started]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await sendOne(next.file, next.key)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const keys = new Set(started.map(({ key }) => key))
  if (!isPreview) await takeOver(keys)
  return uploads.flatMap((upload) => (keys.has(upload.key) && upload.report ? [upload.report] : []))
}

export function cancelUpload(key: string): void {
  aborts.get(key)?.abort()
  patch(key, { phase: 'cancelled' })
}

/** Forgets what is finished. */
export function clearUploads(): void {
  change(uploads.filter(isRunning))
}

export function isRunning(upload: Upload): boolean {
  return upload.phase === 'waiting' || upload.phase === 'sending' || upload.phase === 'importing'
}

async function sendOne(file: File, key: string): Promise<void> {
  if (uploads.find((upload) => upload.key === key)?.phase === 'cancelled') return
  const abort = new AbortController()
  aborts.set(key, abort)
  patch(key, { phase: 'sending' })
  const outcome = await sendFile({
    url: '/api/uploads?preview=1',
    file,
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    fieldName: 'file',
    fields: {},
    onProgress: (share) => patch(key, { share }),
    signal: abort.signal,
  })
  aborts.delete(key)
  patch(key, phaseOf(outcome))
}

function phaseOf(outcome: SendOutcome): Partial<Upload> {
  if (outcome.kind === 'cancelled') return { phase: 'cancelled' }
  if (outcome.kind === 'refused') return { phase: 'refused', code: outcome.code }
  const answer = Answer.safeParse(outcome.answer)
  const report = answer.success ? (answer.data.batches[0] ?? null) : null
  return report === null ? { phase: 'refused', code: 'unexpected' } : { phase: 'done', share: 1, report }
}

async function takeOver(keys: ReadonlySet<string>): Promise<void> {
  const read = uploads.filter(({ key, report }) => keys.has(key) && (report?.status === 'staged' || report?.status === 'waiting'))
  const staged = read.filter(({ report }) => report?.status === 'staged')
  if (read.length === 0) return
  for (const upload of staged) patch(upload.key, { phase: 'importing' })
  // Those that wait for an answer are taken over with it.
  const reports = await importStaged(read.flatMap((upload) => upload.report?.id ?? []))
  const byId = new Map(reports.map((report) => [report.id, report]))
  for (const upload of staged) patch(upload.key, { phase: 'done', report: byId.get(upload.report?.id ?? '') ?? upload.report })
}

/** Takes over files that were shown before; answers what became of them, nothing when the server said no. */
export async function importStaged(ids: readonly string[]): Promise<UploadReport[]> {
  const response = await fetch('/api/imports/take-over', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ids }),
    keepalive: true,
  }).catch(() => null)
  const answer = Answer.safeParse(response?.ok ? await response.json().catch(() => null) : null)
  return answer.success ? answer.data.batches : []
}

/** Takes the kept file of an undone import in anew; answers the new import, null when the server said no. */
export async function importAgain(id: string): Promise<UploadReport | null> {
  const response = await fetch(`/api/imports/${id}/again`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    keepalive: true,
  }).catch(() => null)
  const answer = Answer.safeParse(response?.ok ? await response.json().catch(() => null) : null)
  return answer.success ? (answer.data.batches[0] ?? null) : null
}

/** Sends one rejected row after correction; answers what became of it, or why the server said no. */
export async function sendCorrectedRow(
  batchId: string,
  position: string,
  cells: readonly string[],
): Promise<UploadReport | { code: string }> {
  const response = await fetch(`/api/imports/${batchId}/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ position, cells }),
  }).catch(() => null)
  if (response === null) return { code: 'offline' }
  const body: unknown = await response.json().catch(() => null)
  const answer = Answer.safeParse(body)
  if (answer.success && answer.data.batches[0]) return answer.data.batches[0]
  return z.catch(z.object({ code: z.string() }), { code: 'unexpected' }).parse(body)
}

function toUpload(file: { name: string; size: number }, key: string, isPreview: boolean): Upload {
  return { key, name: file.name, bytes: file.size, share: 0, phase: 'waiting', isPreview, code: null, report: null }
}

function patch(key: string, part: Partial<Upload>): void {
  change(uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
}

let isResumed = false

/** After the page was loaded anew: what the server has already is taken over as it was meant, the rest is said to be lost. */
function resumeRemembered(): void {
  if (isResumed) return
  isResumed = true
  window.addEventListener('beforeunload', (event) => {
    if (uploads.some((upload) => upload.phase === 'waiting' || upload.phase === 'sending')) event.preventDefault()
  })
  const remembered = recallUploads().map((entry) => ({ entry, key: `${entry.id ?? entry.name} ${performance.now()} ${Math.random()}` }))
  if (remembered.length === 0) return
  change([
    ...uploads,
    ...remembered.map(({ entry, key }): Upload => {
      const upload = toUpload({ name: entry.name, size: entry.bytes }, key, false)
      return { ...upload, phase: entry.id === null ? 'interrupted' : 'importing' }
    }),
  ])
  const ids = remembered.flatMap(({ entry }) => entry.id ?? [])
  if (ids.length > 0) void finishRemembered(ids, remembered)
}

async function finishRemembered(ids: readonly string[], remembered: readonly { entry: RememberedUpload; key: string }[]): Promise<void> {
  const byId = new Map((await importStaged(ids)).map((report) => [report.id, report]))
  for (const { entry, key } of remembered)
    if (entry.id !== null) patch(key, { phase: 'done', share: 1, report: byId.get(entry.id) ?? null })
}

/** What would be lost or left half done by loading the page anew. */
function unfinished(upload: Upload): RememberedUpload[] {
  const id = upload.report?.status === 'staged' && !upload.isPreview ? upload.report.id : null
  return id !== null || upload.phase === 'waiting' || upload.phase === 'sending' ? [{ name: upload.name, bytes: upload.bytes, id }] : []
}

function change(next: readonly Upload[]): void {
  uploads = next
  rememberUploads(next.flatMap(unfinished))
  for (const listener of listeners) listener()
}
