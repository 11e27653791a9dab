"""A campaign is planned here and sent elsewhere: the text of an SMS, what comes back, when and how often to send."""
