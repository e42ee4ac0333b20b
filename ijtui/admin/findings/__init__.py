"""What the doctor of a shared server looks at, one file a part; each yields findings and changes nothing."""
