/** What made-up pages have in common. */
export const head =
  "Name | Type | Description  | Notes\n------------- | ------------- | ------------- | -------------\n";
export const words =
  "What it is, in as many words as pages usually have for such a thing, and where more about it is written.";
export const back = "[[Back to top]](#) [[Back to API list]](../README.md#documentation-for-api-endpoints)\n";
