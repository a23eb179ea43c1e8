"""The rules, a module for each family: every rule with its record, its page and its check.

The registry finds every `RegisteredRule` of these modules by itself: a new rule is one function and
one record in its family's module, a new family one file here.
"""
