"""Why a contact is left out of a campaign: one module per family, all of them in `catalog`."""
