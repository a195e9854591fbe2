import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signedHeaders } from './signature';

const now = (): number => Math.floor(Date.now() / 1000);

describe('the signature of a webhook', () => {
  it('is one that the package of the standard accepts, by either of two secrets and by no third', () => {
    const [secret, before] = [newWebhookSecret(), newWebhookSecret()];
    const body = JSON.stringify({ type: 'orders.placed', data: { id: 'ä' } });
    const headers = signedHeaders({ id: 'msg_1', timestamp: now(), body }, [secret, before]);
    for (const one of [secret, before]) expect(new Webhook(one).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow();
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
  });

  it('is that of the example of the standard', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1_614_265_330,
      body: '{"test": 2432232314}',
    };
    expect(signedHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])['webhook-signature']).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('has a secret of 32 bytes, another each time', () => {
    expect(Buffer.from(newWebhookSecret().slice('whsec_'.length), 'base64')).toHaveLength(32);
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
  });
});
