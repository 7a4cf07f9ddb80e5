"""The archive on disk: reading and writing `content/`, adding, removing, checking."""
