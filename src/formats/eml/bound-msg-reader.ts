/** An entry of the directory: its neighbours in the tree, -1 for none. */
type Entry = { previousProperty: number; nextProperty: number; childProperty: number }
type FollowChain = (this: object, block: number, table: readonly number[]) => number
type ClimbTree = (this: object, entries: readonly Entry[], root: unknown) => void

const BLOCK_BYTES_MIN = 64
/** Streams of attachments are read again when they are asked for. */
const READINGS = 4
const LINKS_MORE = 10_000

/**
 * Keeps the reader of Outlook files from going round in circles: damage may tie a chain of blocks, or the tree of the directory,
 * to itself, and the library follows it until the memory ends. From then on such a file throws.
 * Source: MS-CFB 2.3 sector chains, 2.6 directory entries as a tree.
 */
export function boundMsgReader(reader: object, bytes: number): void {
  const inner: unknown = Reflect.get(reader, 'reader')
  if (typeof inner !== 'object' || inner === null) return
  const follow = Reflect.get(inner, 'getNextBlockInner') as FollowChain
  const climb = Reflect.get(inner, 'createPropertyHierarchy') as ClimbTree
  let linksLeft = (bytes / BLOCK_BYTES_MIN) * READINGS + LINKS_MORE
  Reflect.set(inner, 'getNextBlockInner', function (this: object, block: number, table: readonly number[]): number {
    linksLeft -= 1
    if (linksLeft < 0) throw new Error('a chain of blocks has no end')
    return follow.call(this, block, table)
  })
  Reflect.set(inner, 'createPropertyHierarchy', function (this: object, entries: readonly Entry[], root: unknown): void {
    if (root === entries[0]) refuseCircles(entries)
    climb.call(this, entries, root)
  })
}

/** From the root every entry is reached once. */
function refuseCircles(entries: readonly Entry[]): void {
  const reached = new Set<number>()
  const open = [entries[0]]
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    for (const index of [entry.previousProperty, entry.nextProperty, entry.childProperty]) {
      if (index <= 0) continue
      if (reached.has(index)) throw new Error('the directory is no tree')
      reached.add(index)
      open.push(entries[index])
    }
  }
}
