"""What a paper is: records, identifiers, addresses, merging, citation, days."""
