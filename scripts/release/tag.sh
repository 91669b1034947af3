#!/usr/bin/env bash
# Makes a tag and a release on GitHub for each package that was published, with its part of CHANGELOG.md. Needs GH_TOKEN, GH_REPO and COMMIT.
# What is there already stays as it is.
set -euo pipefail
while IFS=$'\t' read -r tag notes; do
  if gh release view "$tag" >/dev/null 2>&1; then
    echo "$tag: is there"
  else
    gh release create "$tag" --target "$COMMIT" --title "$tag" --notes-file "$1/$notes"
  fi
done <"$1/releases.tsv"
