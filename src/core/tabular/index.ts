export { Cell, Column, Line } from './cell';
export { csvLine, unguarded } from './csv';
export { Bar, Document, DocumentColumn, VerificationStamp, DocumentTable } from './document';
export { documentsPdf, TabularExport, SHEET_FORMATS, sheetBytes, SheetFormat } from './sheets';
export { XLSX_MAX_LINES } from './xlsx';
