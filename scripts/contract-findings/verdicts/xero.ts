import { lines, type Verdict } from "../verdict.js";

export const xeroPayroll: Verdict = {
  title: "Xero Payroll NZ",
  report: "xero-payroll-nz",
  edition: "OpenAPI 3.0.0, edition 16.1.0",
  faults: [
    ["`problem` is null, where an object is due", /\/problem: must be object\.$/],
    [
      "`problem` is null, and so are numbers, texts or booleans",
      lines(
        621,
        794,
        1631,
        1699,
        1795,
        1867,
        1975,
        2044,
        2168,
        2306,
        2475,
        2534,
        2609,
        2668,
        2905,
        2970,
        3014,
        3114,
        3179,
        3407,
        3493,
        3556,
      ),
    ],
    [
      "`problem` is null, and dates have a time behind them (`2020-04-13T00:00:00`), or date-times no zone",
      lines(562, 871, 985, 1040, 1171, 1311, 1497, 3304, 3365, 3632, 4343, 4455, 4516, 4754, 5848, 5961, 6040),
    ],
    [
      "`problem` and other things are null, and dates have a time behind them",
      lines(47, 207, 290, 428, 3737, 3817, 3974, 4032, 4104, 4243, 4566, 4674, 4850, 4966, 5035, 5138),
    ],
    [
      "`problem` and other things are null, dates have a time behind them, and the id of a tax is a number, where a text is due",
      lines(5210, 5342, 5551),
    ],
    ["a date has a time behind it", /\/effectiveFrom: must match format "date"/],
    ["null for numbers and texts", /\/(?:specialTaxRatePercentage|rateAccruedHourly|sortCode): must be/],
    ["a list is a text with JSON in it", /schema: must be array/],
    [
      "the answer to a deletion is an envelope, where the schema of what was deleted stands",
      /required property 'date', and 2 more/,
    ],
    ["`Johnson` for a date", /schema: must match format "date"/],
  ],
};

export const xero: Verdict = {
  title: "Xero",
  report: "xero",
  edition: "OpenAPI 3.0.0, edition 16.1.0",
  faults: [
    ["a list in a query is one text, with quotes as HTML has them (`&quot;`)", /schema: must be array/],
    ['`"true"` and `"false"` as text, where a boolean is due', /schema: must be boolean/],
    ["`ReceiptNumber` is a number, where a text is due", /\/ReceiptNumber: must be string/],
    [
      "an empty item is null in lists of addresses and phones, where an object is due",
      /\/Contact\/Addresses\/0: must be object, and 1 more/,
    ],
    [
      "the answer to a deletion lacks `Amount`, and `Invoice` is a list, where an object is due",
      /required property 'Amount', and 1 more/,
    ],
    ["`Lineitems`, where `LineItems` is required", /required property 'LineItems'/],
    ["an amount is text, and `IsReconciled` with it in the two of batch payments", /Amount: must be number/],
    ["`Budgets` is an object, where a list is due", /\/Budgets: must be array/],
    ["an object with a list of payments, where one payment is due", /required property 'Status'/],
    ["an object is a text with JSON in it", /schema: must be object/],
  ],
};
