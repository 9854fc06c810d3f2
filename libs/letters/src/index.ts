export { type CoverSheet, coverSheetPdf } from './cover-sheet.ts';
export * from './facts.ts';
export { languages } from './languages.ts';
export { LetterFault, type LetterFaultCode } from './letter-fault.ts';
export { languagesOf, type TemplateName, templateNames } from './names.ts';
export { letterPdf } from './pdf.ts';
export { type LetterOrder, renderLetter } from './render.ts';
export { type PaperColumn, type PaperReport, type PaperSection, reportPdf } from './report-pdf.ts';
