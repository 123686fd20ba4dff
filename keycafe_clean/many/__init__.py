"""The month of many jobs at once, over Dask: what to do, on which workers, and one overview of what became of it."""
