// The screens may not reach into the workspace; what they have to say of its limits they take from here.
export { NAME_LENGTH, PLAN_LIMITS, PLANS } from '../../workspace/limits';
