import { Link } from '@tanstack/react-router';
import { GROUPS, type Group } from '../define-module';
import { SCREENS } from '../modules';
import { useMayOpen } from '../session/me';
import { msg, useTranslation } from '../text/i18n';
import classes from './frame.module.css';

const TITLES: Record<Group, string | null> = {
  home: null,
  shop: msg('Shop'),
  school: msg('School'),
  content: msg('Documents'),
  communication: msg('Communication'),
  platform: msg('Platform'),
  admin: msg('Administration'),
};

/** The screens that the caller may open, by their groups. */
export function Navigation() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  return GROUPS.map((group) => {
    const screens = SCREENS.filter((screen) => screen.group === group && mayOpen(screen));
    if (screens.length === 0) return null;
    const title = TITLES[group];
    return (
      <div key={group} role="group" aria-label={title ? t(title) : undefined}>
        {title ? <div className={classes.group}>{t(title)}</div> : <div style={{ height: 10 }} />}
        {screens.map(({ path, title: name, icon: Icon }) => (
          <Link key={path} to={path} className={classes.link} activeOptions={{ exact: path === '/' }}>
            {Icon && <Icon size={18} stroke={1.6} />}
            <span className="cut">{t(name)}</span>
          </Link>
        ))}
      </div>
    );
  });
}
