export { Housekeeping } from './housekeeping';
export {
  HousekeepingRule,
  keep,
  KeptTables,
  Portion,
  ProviderRule,
  SqlRule,
  sweepBy,
  tablesOf,
  WorkRule,
} from './rules';
