// The package ships no types; it is handed to the PDF library as a whole.
declare module 'fontkit' {
  import type { PDFDocument } from 'pdf-lib'
  export const create: Parameters<PDFDocument['registerFontkit']>[0]['create']
}
