"""One panel a step: each makes its widgets, follows the state, and hands what is clicked to callbacks."""
