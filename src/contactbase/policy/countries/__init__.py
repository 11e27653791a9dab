"""The rules of each country as cited, dated data."""
