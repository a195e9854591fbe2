import { Letter, letter } from './template';

export interface OrderStepValues {
  readonly fullName: string;
  /** What people call the order. */
  readonly number: string;
  /** As the API has it. */
  readonly status: string;
}

export const orderStep = ({ fullName, number, status }: OrderStepValues): Letter =>
  letter(`Your order ${number} is ${status}`, [`Hello ${fullName},`, `your order ${number} is ${status} now.`]);
