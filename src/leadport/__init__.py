"""Leadport: lead lists from anywhere into one lead book, safely."""

__version__ = "0.1.0"
