import { HousekeepingRule, keep, sweepBy } from '../../../core/data/housekeeping';
import { FileSweeper } from './file-sweeper';

const OFTEN_MS = 600_000;
const DAY_MS = 86_400_000;

/** How long the tables, temporary files and bytes of files are kept. */
export const FILES_HOUSEKEEPING: readonly HousekeepingRule[] = [
  keep(['file_usage'], 'as long as the account'),
  sweepBy(FileSweeper, (sweeper) => sweeper.uploads(), {
    name: 'files.uploads',
    tables: ['file_uploads'],
    everyMs: OFTEN_MS,
    kept: '24 hours after the last bytes',
  }),
  sweepBy(FileSweeper, (sweeper) => sweeper.pending(), {
    name: 'files.pending',
    tables: ['files'],
    everyMs: OFTEN_MS,
    kept: 'until it is deleted; an hour where the bytes never came',
  }),
  {
    name: 'files.shares',
    table: 'file_shares',
    where: `expires_at <= now() - interval '1 day'`,
    everyMs: OFTEN_MS,
    kept: 'a day after its end',
  },
  sweepBy(FileSweeper, (sweeper) => sweeper.temporary(), {
    name: 'files.temporary',
    tables: [],
    what: 'temporary files',
    everyMs: OFTEN_MS,
    onEachInstance: true,
    kept: 'an hour after the last write, or as long as their upload',
  }),
  sweepBy(FileSweeper, (sweeper) => sweeper.orphans(), {
    name: 'files.orphans',
    tables: [],
    what: 'bytes in the store without a row',
    everyMs: DAY_MS,
    kept: 'an hour; the store is listed once a day, in portions',
  }),
];
