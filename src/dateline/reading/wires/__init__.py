"""The formats that news agencies and syndication feeds send stories in."""
