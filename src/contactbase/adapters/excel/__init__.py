"""Workbooks: xlsx, xls and ods in; xlsx out. Floor beside 3–6, as every adapter."""
