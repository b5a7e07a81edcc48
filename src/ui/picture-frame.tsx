type PictureFrameProps = {
  /** Address of the picture, same origin. */
  src: string
  /** What it shows, for those who cannot see it. */
  title: string
}

/** A picture of a paper as wide as its place; a press opens it alone, to be looked at closely. */
export function PictureFrame({ src, title }: PictureFrameProps) {
  return (
    <a href={src} target="_blank" rel="noreferrer">
      <img src={src} alt={title} className="w-full" />
    </a>
  )
}
