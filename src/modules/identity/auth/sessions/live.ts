/** Of a row of `sessions`: whether it may act. Only logins idle. */
export const IS_LIVE = `ended_at IS NULL AND expires_at > now() AND (kind <> 'login' OR idle_expires_at > now())`;
