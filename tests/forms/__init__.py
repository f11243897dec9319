"""What the Excel forms say."""
