"""The modal screens: forms and questions."""
