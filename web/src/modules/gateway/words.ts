import { useMemo } from 'react';
import type { components } from '../../shell/api';
import { useTranslation } from '../../shell/text';

export type Upstream = components['schemas']['GatewayUpstream'];
export type Target = Upstream['targets'][number];

/** How an upstream does, in a word. */
export function useStateWords(): Record<Upstream['state'], string> {
  const { t } = useTranslation();
  return useMemo(() => ({ well: t('well'), degraded: t('partly set aside'), down: t('set aside') }), [t]);
}

/** How each target does that is not well, in sentences. */
export function useExplanation(): (upstream: Upstream) => string {
  const { t } = useTranslation();
  const of = ({ number, state, reason, retry_in_s: waitS }: Target): string => {
    switch (state) {
      case 'well':
        return '';
      case 'ill':
        return t('Target {{number}} fails its health checks and is not called.', { number });
      case 'half_open':
        return t('One call looks whether target {{number}} is back.', { number });
      case 'open': {
        const said = t('Target {{number}} is not called after failures ({{reason}}).', {
          number,
          reason: reason ?? t('unknown'),
        });
        const next = waitS ? t('One call looks again in {{waitS}} s.', { waitS }) : t('The next call looks again.');
        return `${said} ${next}`;
      }
    }
  };
  return ({ targets }) => targets.map(of).filter(Boolean).join(' ') || t('All targets are well.');
}
