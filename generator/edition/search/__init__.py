"""The search of the site: what its index holds, and how names of persons are found where they may be."""
