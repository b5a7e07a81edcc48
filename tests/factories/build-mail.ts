/** One file of a mail; `headers` replace those that a plain attachment has. */
export type MailPart = { name: string; type: string; bytes: Uint8Array; headers?: readonly string[] }

/** A mail with attachments as a mail program writes it; `headers` come before those of its parts. */
export function buildMail(subject: string, text: string, parts: readonly MailPart[], headers: readonly string[] = []): Buffer {
  const lines = [
    'From: Claims Desk <claims@pinewood.example>',
    'To: intake@meridian.example',
    'Date: Mon, 25 Mar 2024 09:15:00 +0000',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replace(/\W+/g, '-')}@pinewood.example>`,
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    wrapped(Buffer.from(text)),
    ...parts.flatMap((part) => [
      '--part',
      `Content-Type: ${part.type}; name="${part.name}"`,
      'Content-Transfer-Encoding: base64',
      ...(part.headers ?? [`Content-Disposition: attachment; filename="${part.name}"`]),
      '',
      wrapped(part.bytes),
    ]),
    '--part--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

function wrapped(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
}
