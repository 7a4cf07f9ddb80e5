"""The ways in: the command line and the MkDocs plugin, with the settings they read."""
