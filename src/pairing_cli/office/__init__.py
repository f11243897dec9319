"""What every office file needs: safe cells, names and archives; nothing of what stands in them."""
