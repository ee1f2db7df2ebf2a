"""One report to one reading: a module a stage."""
