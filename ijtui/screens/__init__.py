"""The screens: wiring between services and widgets."""
