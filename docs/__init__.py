"""The public site: pages, indexes and search from the policy, in both languages.

`docs.site.builder.build_site` is the one way in.
"""
