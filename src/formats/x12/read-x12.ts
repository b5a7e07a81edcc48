import { nameDelimiters } from './settle-delimiters'
import { X12Tokenizer } from './tokenize-x12'
import type { X12File, X12Group, X12Interchange, X12Segment, X12Set } from './x12-segment'

/**
 * Reads a whole X12 file into interchanges, groups and sets. For files of up to some tens of megabytes; larger ones go
 * through `streamX12`. A file that starts with GS or ST yields one interchange or group without address.
 * Never throws on content: what is wrong is in `problems`. Source: X12.5 and X12.6 control structures.
 */
export function readX12(bytes: Uint8Array): X12File {
  const interchanges: X12Interchange[] = []
  let group: X12Group | null = null
  let set: X12Set | null = null
  const currentInterchange = () => interchanges.at(-1) ?? push(interchanges, unaddressedInterchange())
  const currentGroup = () => group ?? push(currentInterchange().groups, { code: null, control: null, version: null, sets: [] })

  const tokenizer = new X12Tokenizer({
    wanted: 'all',
    onSegment(segment) {
      if (segment.id === 'ISA') {
        interchanges.push(addressedInterchange(segment))
        group = set = null
      } else if (segment.id === 'DXS') {
        interchanges.push(transmission(segment))
        group = set = null
      } else if (segment.id === 'GS') {
        group = push(currentInterchange().groups, groupOf(segment))
        set = null
      } else if (segment.id === 'GE' || segment.id === 'IEA' || segment.id === 'DXE') {
        group = set = null
      } else if (segment.id === 'ST') {
        group = currentGroup()
        const release = group.version ?? interchanges.at(-1)?.version ?? null
        set = push(group.sets, { id: text(segment, 1) ?? '', control: text(segment, 2) ?? '', release, segments: [segment] })
      } else {
        if (segment.id === 'TA1') currentInterchange().acknowledgements.push(segment)
        set?.segments.push(segment)
        if (segment.id === 'SE') set = null
      }
    },
  })
  tokenizer.push(bytes)
  const totals = tokenizer.end()
  const delimiters = totals.delimiters === null ? null : nameDelimiters(totals.delimiters)
  return { interchanges, delimiters, segmentCount: totals.segments, problems: totals.problems }
}

/** Every set of a file with the interchange and group it came in, in file order. */
export function* setsOf(file: X12File): Generator<{ interchange: X12Interchange; group: X12Group; set: X12Set }> {
  for (const interchange of file.interchanges) {
    for (const group of interchange.groups) {
      for (const set of group.sets) yield { interchange, group, set }
    }
  }
}

function addressedInterchange(isa: X12Segment): X12Interchange {
  return { sender: text(isa, 6), receiver: text(isa, 8), control: text(isa, 13), version: text(isa, 12), groups: [], acknowledgements: [] }
}

/** The direct-store envelope names the partners, the version and its number in DXS. */
function transmission(dxs: X12Segment): X12Interchange {
  return { sender: text(dxs, 1), receiver: text(dxs, 5), control: text(dxs, 4), version: text(dxs, 3), groups: [], acknowledgements: [] }
}

function unaddressedInterchange(): X12Interchange {
  return { sender: null, receiver: null, control: null, version: null, groups: [], acknowledgements: [] }
}

function groupOf(gs: X12Segment): X12Group {
  return { code: text(gs, 1), control: text(gs, 6), version: text(gs, 8), sets: [] }
}

function text(segment: X12Segment, index: number): string | null {
  return segment.elements[index]?.trim() || null
}

function push<Item>(list: Item[], item: Item): Item {
  list.push(item)
  return item
}
