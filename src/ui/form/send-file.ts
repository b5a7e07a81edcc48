export type SendOutcome = { kind: 'arrived'; answer: unknown } | { kind: 'refused'; code: string } | { kind: 'cancelled' }

type SendOptions = {
  url: string
  file: File
  /** What the file is called at the other end, with the folders it came from; its own name by default. */
  path?: string
  fieldName: string
  fields: Readonly<Record<string, string>>
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Sends one file as multipart form data. XHR, because fetch cannot tell how much has gone up. */
export function sendFile({ url, file, path, fieldName, fields, onProgress, signal }: SendOptions): Promise<SendOutcome> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append(fieldName, file, path ?? file.name)
  const request = new XMLHttpRequest()
  return new Promise((resolve) => {
    request.open('POST', url)
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => resolve(outcomeOf(request))
    request.onerror = () => resolve({ kind: 'refused', code: 'offline' })
    request.onabort = () => resolve({ kind: 'cancelled' })
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

function outcomeOf(request: XMLHttpRequest): SendOutcome {
  const answer = parseJson(request.responseText)
  if (request.status >= 200 && request.status < 300) return { kind: 'arrived', answer }
  return { kind: 'refused', code: codeOf(answer) ?? codeOfStatus(request.status) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function codeOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) return null
  return typeof answer.code === 'string' ? answer.code : null
}

function codeOfStatus(status: number): string {
  const codes: Readonly<Record<number, string>> = {
    401: 'signed-out',
    403: 'not-allowed',
    404: 'not-found',
    413: 'too-large',
    415: 'unsupported-file',
  }
  return codes[status] ?? 'unexpected'
}
