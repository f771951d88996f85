// The screens may not reach into the workspace; what they have to say of its limits they take from here.
export { PAYMENT_DELAY_DAYS } from '../../workspace/limits';
