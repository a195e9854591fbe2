import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';

type Load<P> = () => Promise<ComponentType<P>>;

/**
 * A dialog, or another part of a screen, whose script is loaded when it is first shown. When it goes, the focus returns to where it was.
 * @example const NameDialog = onDemand(async () => (await import('./name-dialog')).NameDialog);
 */
export function onDemand<P extends object>(load: Load<P>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return function OnDemand(props: P) {
    useEffect(() => {
      const before = document.activeElement;
      return () => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      };
    }, []);
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** The same for a dialog that stands on its screen all the time: it is loaded when it is first opened, and then stays. */
export function onceOpened<P extends object>(load: Load<P>, isOpened: (props: P) => boolean): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return function OnceOpened(props: P) {
    const opened = isOpened(props);
    const [isThere, setThere] = useState(opened);
    if (opened && !isThere) setThere(true);
    if (!isThere) return null;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
