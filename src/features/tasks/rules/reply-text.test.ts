import { expect, test } from 'vitest'
import { replyText, requestMark, requestOfSubject } from './reply-text'

test('a subject leads back to its request, however it was forwarded', () => {
  expect(requestOfSubject(`AW: RE: ${requestMark(12)} Proof of delivery`)).toBe(12)
  expect(requestOfSubject('Proof of delivery R-12')).toBeNull()
})

test.each([
  ['Signed page attached.\n\nOn Mon, 23 Nov 2026, Recoup wrote:\n> Please send it', 'Signed page attached.'],
  ['已上传\n\n在 2026年11月23日 Recoup 写道：\n> 请提供', '已上传'],
  ['Anbei.\n\n-----Ursprüngliche Nachricht-----\nVon: Recoup', 'Anbei.'],
  ['Two pages.\n> quoted\nSecond line', 'Two pages.\nSecond line'],
])('only what was written in reply is the answer: %j', (text, answer) => {
  expect(replyText(text)).toBe(answer)
})
