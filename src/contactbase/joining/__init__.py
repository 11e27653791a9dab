"""What other files know of the contacts of a base: orders and events, read and joined to them by key."""
