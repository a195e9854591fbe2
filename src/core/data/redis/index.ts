export { Bus } from './bus';
export { Redis } from './redis';
