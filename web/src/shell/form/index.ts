export { ConflictDialog } from './conflict-dialog';
export { FormStatus } from './form-status';
export { useEdit } from './use-edit';
export { useSubmit } from './use-submit';
