"""What stands between the app and the terminal: hang-up, bytes in, bytes out, crash."""
