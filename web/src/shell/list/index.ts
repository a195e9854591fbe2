export type { Choice, Column, Filter } from './columns';
export { saveFile, toCsv } from './csv';
export { DataList, type Asked } from './data-list';
export { readCsv, type CsvRecord } from './read-csv';
export { useListState, type ListState } from './use-list-state';
export { ListFoot } from './list-foot';
export { VirtualRows } from './virtual-rows';
