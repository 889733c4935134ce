"""Reports: findings as text and as JSON."""
