import { Injectable } from '@nestjs/common';
import type { NewDeviceUsed, PasswordChanged } from '../../../identity/auth';
import { defineCategory } from '../categories/category';
import { NotificationsService } from '../notifications.service';

const ACCOUNT = '/account';
/** Of what devices call themselves. */
const DEVICE_CHARS = 200;

interface DeviceFacts {
  readonly device: string | null;
  readonly address: string | null;
}

export const NEW_DEVICE = defineCategory<DeviceFacts>('security.new_device', {
  sentence: {
    en: 'My account is signed in to on a device that it was not used on before.',
    es: 'Se inicia sesión en mi cuenta desde un dispositivo nuevo.',
  },
  texts: {
    en: ({ device, address }) => ({
      title: 'A new device is signed in',
      body: `${device ?? 'An unknown device'} signed in from ${address ?? 'an unknown address'}. If it was not you, end its session and change your password.`,
    }),
    es: ({ device, address }) => ({
      title: 'Un dispositivo nuevo ha iniciado sesión',
      body: `${device ?? 'Un dispositivo desconocido'} ha iniciado sesión desde ${address ?? 'una dirección desconocida'}. Si no has sido tú, cierra su sesión y cambia tu contraseña.`,
    }),
  },
  defaults: { email: true },
  mandatory: ['in_app', 'email'],
});

/** Its letter is the auth module's, which has always sent one. */
export const PASSWORD_CHANGED = defineCategory<object>('security.password_changed', {
  sentence: { en: 'The password of my account is changed.', es: 'Cambia la contraseña de mi cuenta.' },
  texts: {
    en: () => ({
      title: 'Your password was changed',
      body: 'The other sessions were ended. If it was not you, set a new one at once.',
    }),
    es: () => ({
      title: 'Tu contraseña ha cambiado',
      body: 'Se han cerrado las demás sesiones. Si no has sido tú, elige una nueva ahora mismo.',
    }),
  },
  mandatory: ['in_app'],
});

/** Tells people what happens to their accounts. */
@Injectable()
export class SecurityNotices {
  constructor(private readonly notifications: NotificationsService) {}

  newDevice({ userId, sessionId, userAgent, clientIp }: NewDeviceUsed): Promise<void> {
    return this.notifications.notify({
      userIds: [userId],
      category: NEW_DEVICE,
      facts: { device: userAgent?.slice(0, DEVICE_CHARS) ?? null, address: clientIp },
      actionUrl: ACCOUNT,
      dedupeKey: sessionId,
      priority: 'high',
    });
  }

  passwordChanged({ userId, at }: PasswordChanged): Promise<void> {
    const notice = { userIds: [userId], category: PASSWORD_CHANGED, facts: {}, actionUrl: ACCOUNT } as const;
    return this.notifications.notify({ ...notice, dedupeKey: at, priority: 'high' });
  }
}
