export { Cell, Column, Line } from './cell';
export { csvLine, unguarded } from './csv';
export { Document, DocumentPart } from './pdf';
export { Bar } from './pdf-pages';
export { documentPdf, Sheet, SHEET_FORMATS, sheetBytes, SheetFormat } from './sheets';
export { XLSX_MAX_LINES } from './xlsx';
