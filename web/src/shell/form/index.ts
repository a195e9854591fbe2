export { ConflictDialog } from './conflict-on-demand';
export { FormStatus } from './form-status';
export { SecretInput } from './secret-input';
export { useEdit } from './use-edit';
export { useSubmit } from './use-submit';
