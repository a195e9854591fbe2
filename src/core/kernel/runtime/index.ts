export { Clock } from './clock';
export { isId, newId } from './ids';
export { Keys } from './keys';
export { fingerprint, newSecret, same, seal, sha256, unseal } from './seal';
