export type { Choice, Column, Filter } from './columns';
export { saveFile, toCsv } from './csv';
export { DataList, type Asked } from './data-list';
export { useListState } from './use-list-state';
export { VirtualRows } from './virtual-rows';
