"""Data frames, Arrow and Parquet: tables of text out of them, typed columns into them."""
