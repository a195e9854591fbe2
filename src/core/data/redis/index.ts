export { Bus, Topic } from './bus';
export { Redis } from './redis';
export { isNumber, isString, listOf, nullable, objectOf, oneOf, optional, pairOf, recordOf } from './shapes';
