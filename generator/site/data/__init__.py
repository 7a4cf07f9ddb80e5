"""Papers as files for programs, a format each."""
