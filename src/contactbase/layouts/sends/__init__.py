"""How tools that send want their lists: which columns, in which number format."""
