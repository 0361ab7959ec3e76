"""What the demo loads of studies and figures, and one example document."""
