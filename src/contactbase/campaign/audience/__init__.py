"""The audience of a campaign: who may be written to, who has to wait, who is left out, and why."""
