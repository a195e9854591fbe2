export { Cell, Column, Line } from './cell';
export { csvLine, unguarded } from './csv';
export { Bar, Document, DocumentColumn, DocumentSeal, DocumentTable } from './document';
export { documentsPdf, Sheet, SHEET_FORMATS, sheetBytes, SheetFormat } from './sheets';
export { XLSX_MAX_LINES } from './xlsx';
