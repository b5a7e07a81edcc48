/** One file of the demo company as it would arrive in the inbox: path inside the inbox and its exact bytes. */
export type StoryFile = { readonly path: string; readonly bytes: Uint8Array }

/** What a file is for; files of an earlier shelf must be read before those of a later one. */
export const SHELVES = ['master', 'sap', 'edi', 'portal', 'papers', 'payments'] as const
export type Shelf = (typeof SHELVES)[number]

/** Collects files by shelf and hands them out in the order that dependencies need. */
export class StoryShelves {
  private readonly files = new Map<Shelf, StoryFile[]>()

  put(shelf: Shelf, path: string, bytes: Uint8Array): void {
    const files = this.files.get(shelf) ?? []
    files.push({ path, bytes })
    this.files.set(shelf, files)
  }

  inOrder(): StoryFile[] {
    return SHELVES.flatMap((shelf) => this.files.get(shelf) ?? [])
  }
}
