export { closeLog, flushLog, logger, NestLog, openLog } from './logger';
export { mask } from './mask';
