"""Told what to show, report what happened; they know no service and no storage."""
