"""One panel a step: each makes its widgets, follows the state, and hands gestures to the callables it was given."""
