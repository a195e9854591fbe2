import { Page } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import { Credentials } from './credentials';

/** Programs that call the API by themselves: their clients and tokens. */
export default function Services() {
  const { t } = useTranslation();
  return (
    <Page title={t('Services')} about={t('Programs that call the API by themselves.')}>
      <Credentials
        path="/api/v1/auth/service-tokens"
        title={t('Service tokens')}
        about={t('For `Authorization: Bearer`, until they are taken back.')}
        secretOf={(made) => made.token}
      />
      <Credentials
        path="/api/v1/auth/clients"
        title={t('Clients')}
        about={t('By OAuth: a client gets short tokens with its id and secret.')}
        secretOf={(made) => made.client_secret}
      />
    </Page>
  );
}
