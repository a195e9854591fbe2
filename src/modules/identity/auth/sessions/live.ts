/** Of a row of `sessions`: whether it may act. Only logins idle. */
export const IS_LIVE = `ended_at IS NULL AND expires_at > now() AND (kind <> 'login' OR idle_expires_at > now())`;

/** SQL of whether a session has not ended; one that merely idles is open. @param id SQL of its id */
export const hasOpenSession = (id: string): string =>
  `EXISTS (SELECT FROM sessions s WHERE s.id = ${id} AND s.ended_at IS NULL AND s.expires_at > now())`;
