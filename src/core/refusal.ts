/**
 * An expected "no": thrown inside a command so that its transaction rolls back, shown to the person as a sentence.
 * `code` is a message key ('not-found', 'deductions/already-closed'); `fields` maps input fields to message keys.
 */
export class Refusal extends Error {
  readonly code: string
  readonly fields: Readonly<Record<string, string>>
  readonly details: Readonly<Record<string, string>>

  constructor(code: string, options: { fields?: Record<string, string>; details?: Record<string, string> } = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.fields = options.fields ?? {}
    this.details = options.details ?? {}
  }
}
