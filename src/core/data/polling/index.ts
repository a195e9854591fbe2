export { Poll } from './poll';
export { Poller } from './poller';
