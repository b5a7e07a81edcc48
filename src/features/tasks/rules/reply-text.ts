/** The mark in a subject that ties a mail to a request: '[R-12]'. */
export function requestMark(number: number): string {
  return `[R-${number}]`
}

/** The number of the request that a subject names; null when it names none. */
export function requestOfSubject(subject: string): number | null {
  const found = /\[R-(\d{1,9})\]/i.exec(subject)
  return found?.[1] === undefined ? null : Number(found[1])
}

// What mail programs put above the mail that is answered, in the languages of our people and partners.
const QUOTE_HEAD =
  /^(?:-{2,} ?(?:original message|ursprüngliche nachricht|原始邮件).*|_{10,}|on .+ wrote:|am .+ schrieb.*:|在.+写道[:：]|(?:from|von|发件人)\s*[:：].*)$/i

/** What somebody wrote in reply, without the mail that it answers. */
export function replyText(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => QUOTE_HEAD.test(line.trim()))
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n')
    .trim()
}
