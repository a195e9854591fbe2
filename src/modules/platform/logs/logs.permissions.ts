import { scopedPermission } from '../../../core/web/access';

/** A glob over names of pods: `*` for any characters, `?` for one. */
export const POD_GLOB = /^[a-z0-9.*?-]{1,80}$/;

/** `read_logs` reads every pod's; `read_logs:shop-*` those of pods so named. */
export const LogsPermission = {
  Read: scopedPermission('read_logs', { pattern: POD_GLOB, shape: 'a glob over names of pods, such as shop-*' }),
} as const;
