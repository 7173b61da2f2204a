"""Process entry points, settings and the embedded PostgreSQL: the only layer that knows how Leadport is started."""
