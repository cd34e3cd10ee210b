"""The public site (`site`), and the commands of `build.py` (`commands`), which use all the rest.

`docs.site.builder.build_site` builds pages, indexes and search from the policy, in both languages.
"""
