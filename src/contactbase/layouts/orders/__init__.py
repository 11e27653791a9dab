"""Files of orders and of events, as shops and other tools export them: one vendor per module."""
