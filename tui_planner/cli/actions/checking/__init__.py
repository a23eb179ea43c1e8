"""What `check` may do beside: narrow, compare, watch."""
