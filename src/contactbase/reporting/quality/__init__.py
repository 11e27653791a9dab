"""How good a base is beyond single values: completeness, staleness, verification, minimisation, what to ask next.

Every function here reads contacts and gives a frozen value that prints as text; none changes anything, and none needs
more than the base and what its user says about it.
"""
