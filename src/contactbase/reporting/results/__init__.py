"""What campaigns taught: figures with their denominators, growth of a base, its quality over time."""
