/** What a server action answers, as far as forms are concerned. */
export type ActionAnswer<Result> =
  | { ok: true; result: Result }
  | { ok: false; code: string; fields: Readonly<Record<string, string>>; details?: Readonly<Record<string, string>> }

export type ServerAction<Input, Result> = (input: Input, operationId?: string) => Promise<ActionAnswer<Result>>

/** A fresh operation id; works on plain http too, where `crypto.randomUUID` is missing. */
export function newOperationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
