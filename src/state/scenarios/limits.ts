export { NAME_LENGTH, SCENARIO_LIMITS } from '../../workspace/limits';
