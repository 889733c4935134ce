"""Gongshi: approved lists in, disclosure site and wall posters out."""
