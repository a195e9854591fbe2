export {
  addressOf,
  api,
  askPath,
  AtriumError,
  csrfToken,
  get,
  ok,
  UNREACHABLE,
  versioned,
  type Answer,
  type components,
  type Problem,
  type Versioned,
} from './client';
export { connection } from './connection';
export { Keys, type Keyed } from './idempotency';
export { proofs, signedIn, type AskedProof } from './proof';
