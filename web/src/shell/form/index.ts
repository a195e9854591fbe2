export { ConflictDialog } from './conflict-dialog';
export { FormStatus } from './form-status';
export { SecretInput } from './secret-input';
export { useEdit } from './use-edit';
export { useSubmit } from './use-submit';
