import { component } from '@/formats/edifact/edifact-segment'
import { inspectEdifact } from '@/formats/edifact/inspect-edifact'
import { readEdifact } from '@/formats/edifact/read-edifact'

/** What the readers get out of an EDIFACT file, in the words of the sample expectations. */
export function edifactFacts(bytes: Uint8Array): Record<string, unknown> {
  const file = readEdifact(bytes)
  const { documents, findings } = inspectEdifact(bytes)
  const messages = file.interchanges.flatMap((interchange) => interchange.messages)
  const [message] = messages
  const lines = documents.map((document) => document.lines)
  const trailer = message?.segments.find(({ tag }) => tag === 'UNT')
  const controlDiffers = findings.find(({ field, code }) => field === 'UNZ02' && code === 'control-number-differs')
  return {
    messages: messages.length,
    segments_between_unh_unt: message?.segments.length,
    unt_declared: Number(component(trailer, 1)),
    order_ref: documents[0]?.references.po[0],
    lines: lines.length === 1 ? lines[0] : lines,
    control_refs_differ: controlDiffers !== undefined,
    una: file.service && {
      component: file.service.component,
      element: file.service.element,
      decimal: file.service.decimal,
      release: file.service.release,
      terminator: file.service.terminator,
    },
    release_char_text: component(
      message?.segments.find((segment) => segment.tag === 'RFF' && component(segment, 1) === 'AUN'),
      1,
      2,
    ),
    unb_ref: file.interchanges[0]?.reference,
    unz_ref: /UNZ02 is (.*)$/.exec(controlDiffers?.message ?? '')?.[1],
  }
}
