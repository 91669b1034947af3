#!/usr/bin/env bash
# Puts what has changed in the working tree on the branch $BRANCH, opens a pull request $TITLE for it where there is none, and starts CI: what the token of a
# workflow pushes starts none by itself. Does nothing where nothing has changed. Needs GH_TOKEN.
set -euo pipefail
if [ -z "$(git status --porcelain)" ]; then
  echo "Nothing has changed."
  exit 0
fi
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
git checkout -B "$BRANCH"
git add --all
git commit --message "$TITLE"
gh auth setup-git
git push --force origin "HEAD:refs/heads/$BRANCH"
if [ -z "$(gh pr list --head "$BRANCH" --state open --json number --jq '.[].number')" ]; then
  gh pr create --base main --head "$BRANCH" --title "$TITLE" --body "Made by a workflow. Everything in it follows from what is on main."
fi
gh workflow run ci.yml --ref "$BRANCH"
