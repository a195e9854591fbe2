import { Notifications } from '@mantine/notifications';

/** Where `say` and `sayProblem` put their words; what was said before this is loaded stands in it as well. */
export default function Toasts() {
  return <Notifications position="bottom-right" limit={4} />;
}
